#! {"targets": ["sophgo-sc11-fp300"]}
import torch
import torch.nn.functional as F
from torch import nn


class Sampler(nn.Module):
    def forward(self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, index: torch.Tensor):
        x = F.scaled_dot_product_attention(q, k, v, is_causal=True)
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cpu-fallback: llama_attention_forward
        x = F.interpolate(x, scale_factor=2, mode="bicubic")
#           ^^^^^^^^^^^^^ warning torch/cpu-fallback: bilinear and nearest
        chosen = torch.zeros_like(x).scatter_(1, index, 1.0)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cpu-fallback: one number for all indices
        noise = torch.empty_like(x).exponential_(1)
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cpu-fallback: draws no random numbers
        x = F.softplus(x) + torch.randn_like(x)
#           ^^^^^^^^^^ warning torch/cpu-fallback: softplus has no kernel
#                           ^^^^^^^^^^^^^^^^ information torch/cpu-fallback: drawn on the CPU
        return x / noise, chosen, torch.any(x > 0)
#                                 ^^^^^^^^^ warning torch/cpu-fallback: any, any.dim, any.dims


def inputs(x: torch.Tensor):
    return torch.randn_like(x)


class Cache(nn.Module):
    def forward(self, keys: torch.Tensor, scores: torch.Tensor):
        best = scores.argmax(-1)
        rows = keys[best]
        keys[:, best] = 0
#       ^^^^^^^^^^^^^ warning torch/cpu-fallback: index_select
        return rows, keys.index_select(1, best)
