#! {"targets": ["ascend-310p3"]}
import torch
from torch import nn


def load(batch: torch.Tensor):
    model = nn.Linear(8, 8).bfloat16()
#                           ^^^^^^^^ error torch/bfloat16: not implemented
    other = nn.Linear(8, 8).to(dtype=torch.bfloat16)
#                                    ^^^^^^^^^^^^^^ error torch/bfloat16: Use float16
    with torch.autocast("npu", dtype=torch.bfloat16):
#                                    ^^^^^^^^^^^^^^ error torch/bfloat16
        return model(other(torch.ones(8).to(device="npu", dtype=torch.bfloat16)))
#                                                               ^^^^^^^^^^^^^^ error torch/bfloat16
