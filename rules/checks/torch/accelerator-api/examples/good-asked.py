#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"], "torch": "2.4"}
import torch

if hasattr(torch, "accelerator"):
    torch.accelerator.synchronize()
else:
    torch.npu.synchronize()
