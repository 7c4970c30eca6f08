#! {"targets": ["ascend-910b2"]}
import torch

if torch.cuda.is_available():
    device = "cuda"
elif torch.npu.is_available():
    device = "npu"
else:
    device = "cpu"
