#! {"targets": ["ascend-910a"]}
import torch


def load(path: str, dtype: torch.dtype = torch.bfloat16):
#                                        ^^^^^^^^^^^^^^ warning torch/bfloat16
    return torch.load(path, map_location="cpu").to(dtype)
