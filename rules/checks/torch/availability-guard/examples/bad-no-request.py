#! {"targets": ["ascend-910b2"]}
import torch


def start(device: str, is_fast: bool) -> None:
    if is_fast and not torch.cuda.is_available():
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: is False on ascend-910b2
        raise ValueError("a GPU is needed")
