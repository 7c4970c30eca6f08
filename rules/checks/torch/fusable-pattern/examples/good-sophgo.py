#! {"targets": ["sophgo-sc11-fp300"]}
import torch
import torch.nn.functional as F
from torch import nn


class GatedNorm(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.projection = nn.Linear(size, 2 * size)

    def forward(self, x: torch.Tensor, z: torch.Tensor):
        gate, up = self.projection(x).chunk(2, dim=-1)
        return x * F.silu(z) + F.silu(gate) * up
