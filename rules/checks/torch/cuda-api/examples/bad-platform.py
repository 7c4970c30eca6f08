#! {"targets": ["ascend-910b2"]}
import enum

import torch


class Platform(enum.Enum):
    CPU = enum.auto()
    CUDA = enum.auto()


def wait(platform: Platform):
    if platform == Platform.CUDA:
        torch.cuda.synchronize()
#       ^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api: torch.cuda.synchronize() raises on ascend-910b2
