#! {"targets": ["ascend-910b2"]}
import torch


def route(scores: torch.Tensor):
    return torch.topk(
#          ^^^^^^^^^^ warning torch/restricted-op @ascend-910b2: only the sorted result
        scores,
        k=1,  # the best
        sorted=False,
    )
