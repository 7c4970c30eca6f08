#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def rotate(x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor):
    a, b = x.float().reshape(*x.shape[:-1], -1, 2).unbind(-1)
    return torch.stack((a * cos - b * sin, a * sin + b * cos), dim=-1).flatten(-2)


on_the_host = torch.zeros(4, dtype=torch.complex64)


def is_complex(x: torch.Tensor):
    return x.dtype in (torch.complex64, torch.complex128)


def turned_on_the_host(x):
    return torch.view_as_complex(x.to("cpu").float().reshape(*x.shape[:-1], -1, 2))
