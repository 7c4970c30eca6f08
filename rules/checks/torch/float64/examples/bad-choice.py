#! {"targets": ["ascend-910b2"]}
import torch


def frequencies(model, double: bool):
    kind = torch.float32 if torch.backends.mps.is_available() else torch.float64
#                                                                  ^^^^^^^^^^^^^ warning torch/float64 @ascend-910b2: no double-precision kernel
    other = torch.float64 if double else torch.float32
#           ^^^^^^^^^^^^^ warning torch/float64 @ascend-910b2: no double-precision kernel
    return kind, other
