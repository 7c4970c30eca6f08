#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from torch.nn import functional as F


def sample(x, grid):
    mean = torch.mean(x, dim=-1, keepdim=True)
    return F.grid_sample(x, grid), mean


@torch.compiler.disable
def counts(widths: list[int]):
    return torch.var_mean(torch.tensor([1.0, 2.0]))


def latents(output: torch.Tensor, sampled: bool):
    return output.sample() if sampled else output.mode()
