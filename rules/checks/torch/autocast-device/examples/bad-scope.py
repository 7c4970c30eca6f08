#! {"targets": ["ascend-910b2"]}
from contextlib import nullcontext

import torch


def sample(model, x, precision: str):
    scope = torch.autocast if precision == "half" else nullcontext
    with scope("cuda"):
#              ^^^^^^ warning torch/autocast-device: autocast is asked for "cuda": on ascend-910b2 PyTorch warns once
        return model(x)
