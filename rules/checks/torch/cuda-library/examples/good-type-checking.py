#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from flashinfer.fused_moe import QuantFormat


def scaled(x: torch.Tensor, form: "QuantFormat"):
    return x * form.scale
