#! {"targets": ["ascend-910b2"]}
import torch


def register(x: torch.Tensor) -> torch.Tensor:
    if x.device != torch.device("cuda"):
#                               ^^^^^^ warning torch/cuda-device: No device on ascend-910b2 equals torch.device("cuda"): the answer is
        x = x.clone()
    return x
