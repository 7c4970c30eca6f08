#! {"targets": ["ascend-910b2"]}
import torch

if hasattr(torch, "npu") and torch.npu.is_available():
    torch.npu.set_device(0)
