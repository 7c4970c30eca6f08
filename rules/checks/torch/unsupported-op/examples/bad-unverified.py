#! {"targets": ["ascend-950pr"]}
import torch


def pick(x: torch.Tensor):
    return torch.unique(x)
#          ^^^^^^^^^^^^ information torch/unsupported-op @ascend-950pr: has not been verified
