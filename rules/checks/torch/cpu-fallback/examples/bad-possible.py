#! {"targets": ["ascend-910b2"]}
import torch


def one_hot(labels: torch.Tensor, batches: list):
    for batch in batches:
        labels = torch.zeros_like(batch).scatter_(1, labels, 1.0)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/cpu-fallback @ascend-910b2: may fall back to the CPU
    return labels.scatter_(1, labels, 0.0)
