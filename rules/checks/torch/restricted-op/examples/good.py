#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from torch.nn import functional as F


def route(scores: torch.Tensor, k: int, options: dict):
    weights = F.gelu(scores, approximate="tanh").pow(2)
    loss = F.kl_div(weights, weights)
    return loss, F.interpolate(weights, (8, 8)), torch.norm(weights), F.kl_div(weights, weights, **options)


steps = torch.ones(4).pow(-1)
