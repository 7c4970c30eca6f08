#! {"targets": ["ascend-910b2"]}
import torch


def route(scores: torch.Tensor):
    return torch.topk(
#          ^^^^^^^^^^ information torch/restricted-op @ascend-910b2: the vendor supports sorted=True only
        scores,
        k=1,  # the best
        sorted=False,
    )
