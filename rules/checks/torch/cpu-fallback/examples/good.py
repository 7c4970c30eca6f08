#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch
from torch import nn


class Mask(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.register_buffer("mask", torch.tril(torch.ones(size, size)))

    def forward(self, x):
        return torch.matmul(x, self.mask).softmax(-1)


order = torch.randperm(16).roll(1)
steps = torch.linspace(0, 1, 16)
