#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch


@torch.jit.ignore
def gate(x: torch.Tensor):
    return torch.jit.trace(torch.sigmoid, x)
