#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


@torch.jit.script
def gate(x: torch.Tensor):
    return torch.sigmoid(x) * x
