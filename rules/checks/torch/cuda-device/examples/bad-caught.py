#! {"targets": ["ascend-910b2"]}
import torch


def works():
    try:
        torch.zeros(1, device="cuda")
#                             ^^^^^^ warning torch/cuda-device: "cuda" asks torch.zeros for a CUDA device
    except (RuntimeError, AssertionError):
        return False
    return True


def insists():
    try:
        torch.zeros(1, device="cuda")
#                             ^^^^^^ error torch/cuda-device: "cuda" asks torch.zeros for a CUDA device
    except RuntimeError as error:
        raise ValueError("no GPU") from error
