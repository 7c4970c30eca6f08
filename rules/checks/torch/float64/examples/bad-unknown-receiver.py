#! {"targets": ["sophgo-sc11-fp300"]}
from torch import float64


def widen(model, batch):
    return model.double(), batch.to(dtype=float64)
#                ^^^^^^ warning torch/float64 @sophgo-sc11-fp300: Use float32
#                                         ^^^^^^^ warning torch/float64 @sophgo-sc11-fp300
