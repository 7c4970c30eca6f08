#! {"targets": ["ascend-910b2"]}
import torch


def frequencies(positions: torch.Tensor, base: torch.Tensor):
    angles = torch.outer(positions.double(), base)
#                                  ^^^^^^ warning torch/float64 @ascend-910b2: returns float32
    return angles.to(torch.float64), torch.zeros(8, dtype=torch.double, device=base.device)
#                    ^^^^^^^^^^^^^ warning torch/float64 @ascend-910b2: makes float32 of a tensor on the NPU
#                                                         ^^^^^^^^^^^^ warning torch/float64 @ascend-910b2: no double-precision kernel
