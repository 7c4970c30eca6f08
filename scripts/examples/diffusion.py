"""A block of a latent diffusion U-Net: a residual block with a time embedding, then self- and cross-attention."""

import torch
from torch import nn
from torch.nn import functional as F


class ResidualBlock(nn.Module):
    def __init__(self, width, time):
        super().__init__()
        self.first_norm = nn.GroupNorm(8, width)
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.time = nn.Linear(time, 2 * width)
        self.second_norm = nn.GroupNorm(8, width)
        self.second = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x, time):
        inner = self.first(F.silu(self.first_norm(x)))
        scale, shift = self.time(F.silu(time))[:, :, None, None].chunk(2, dim=1)
        return x + self.second(F.silu(self.second_norm(inner) * (1 + scale) + shift))


class Attention(nn.Module):
    def __init__(self, width, context, heads=4):
        super().__init__()
        self.heads = heads
        self.q = nn.Linear(width, width, bias=False)
        self.k = nn.Linear(context, width, bias=False)
        self.v = nn.Linear(context, width, bias=False)
        self.out = nn.Linear(width, width)

    def forward(self, x, context):
        q, k, v = (
            layer(value).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for layer, value in ((self.q, x), (self.k, context), (self.v, context))
        )
        return self.out(F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(-2))


class DiffusionBlock(nn.Module):
    def __init__(self, width=32, time=64, prompt=48):
        super().__init__()
        self.residual = ResidualBlock(width, time)
        self.self_norm, self.cross_norm, self.feed_norm = (nn.LayerNorm(width) for _ in range(3))
        self.self_attention = Attention(width, width)
        self.cross_attention = Attention(width, prompt)
        self.feed = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU("tanh"), nn.Linear(4 * width, width))
        self.upsample = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, latent, time_embedding, prompt):
        x = self.residual(latent, time_embedding)
        tokens = x.flatten(2).transpose(1, 2)
        normed = self.self_norm(tokens)
        tokens = tokens + self.self_attention(normed, normed)
        tokens = tokens + self.cross_attention(self.cross_norm(tokens), prompt)
        tokens = tokens + self.feed(self.feed_norm(tokens))
        x = x + tokens.transpose(1, 2).unflatten(-1, x.shape[-2:])
        return self.upsample(F.interpolate(x, scale_factor=2.0, mode="nearest"))
