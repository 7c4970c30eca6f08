#! {"targets": ["ascend-910b2"]}
import torch


def route(scores: torch.Tensor):
    if scores.device.type == "npu":
        return torch.topk(scores, 4)
    return torch.topk(scores, 4, sorted=False)
