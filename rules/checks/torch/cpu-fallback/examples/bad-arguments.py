#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def length(x: torch.Tensor):
    return torch.linalg.vector_norm(x, dim=1)
#          ^^^^^^^^^^^^^^^^^^^^^^^^ information torch/cpu-fallback: only the norm of the whole tensor
