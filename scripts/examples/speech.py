"""A block of a speech synthesiser: causal attention over mel frames, a gated convolution, and an upsampling head."""

import math

import torch
from torch import nn
from torch.nn import functional as F


class CausalAttention(nn.Module):
    def __init__(self, size, heads=4):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)

    def forward(self, x):
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) / math.sqrt(size // self.heads)
        future = torch.ones(length, length, dtype=torch.bool, device=x.device).triu(1)
        return self.out((scores.masked_fill(future, -1e4).softmax(-1) @ v).transpose(1, 2).reshape(batch, length, size))


class GatedConvolution(nn.Module):
    def __init__(self, size, kernel=7):
        super().__init__()
        self.expand = nn.Conv1d(size, 2 * size, 1)
        self.depthwise = nn.Conv1d(size, size, kernel, padding=kernel // 2, groups=size)
        self.norm = nn.GroupNorm(4, size)
        self.reduce = nn.Conv1d(size, size, 1)

    def forward(self, x):
        return self.reduce(F.silu(self.norm(self.depthwise(F.glu(self.expand(x), dim=1)))))


class Snake(nn.Module):
    """x + sin^2(a x) / a (arXiv:2006.08195)."""

    def __init__(self, size):
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(1, size, 1))

    def forward(self, x):
        return x + torch.sin(self.alpha * x).pow(2) / (self.alpha + 1e-9)


class SpeechBlock(nn.Module):
    def __init__(self, mels=80, size=48):
        super().__init__()
        self.input = nn.Conv1d(mels, size, 3, padding=1)
        self.norm = nn.LayerNorm(size)
        self.attention = CausalAttention(size)
        self.convolution = GatedConvolution(size)
        self.memory = nn.GRU(size, size // 2, batch_first=True, bidirectional=True)
        self.upsample = nn.ModuleList(
            nn.Sequential(Snake(width), nn.ConvTranspose1d(width, width // 2, 2 * rate, rate, rate // 2))
            for width, rate in ((size, 8), (size // 2, 4))
        )
        self.output = nn.Conv1d(size // 4, 1, 7, padding=3)

    def forward(self, mel):
        x = self.input(mel).transpose(1, 2)
        x = x + self.attention(self.norm(x))
        x = x + self.convolution(x.transpose(1, 2)).transpose(1, 2)
        x = self.memory(x)[0].transpose(1, 2)
        for stage in self.upsample:
            x = stage(x)
        return torch.tanh(self.output(x))
