#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def best(scores: torch.Tensor, k: int):
    values, _ = torch.topk(scores, k)
    groups = scores.topk(2, dim=-1)[0].sum(dim=-1)
    return values, groups, scores.sort().values


count = torch.tensor([1, 2, 2]).eq(2).sum()
down = torch.arange(10, 0, -1)
