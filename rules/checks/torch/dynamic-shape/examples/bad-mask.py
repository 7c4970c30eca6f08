#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def select(x: torch.Tensor, steps: int):
    for _ in range(steps):
        mask = x > 0
        x[mask] = 1
        x = x - x[mask].mean()
#               ^^^^^^^ information torch/dynamic-shape @ascend-910b2: Indexing by a mask
#               ^^^^^^^ information torch/dynamic-shape @sophgo-sc11-fp300: computed on the CPU
    return x[x > 0]
