#! {"targets": ["ascend-910b2", "ascend-310p3"]}
import torch


def quantize(weight: torch.Tensor, scale: torch.Tensor):
    quantized = (weight / scale).to(torch.float8_e4m3fn)
#                                   ^^^^^^^^^^^^^^^^^^^ error torch/float8 @ascend-910b2: W8A8
#                                   ^^^^^^^^^^^^^^^^^^^ error torch/float8 @ascend-310p3: Ascend 950 only
    return torch._scaled_mm(quantized, quantized, scale, scale)
#          ^^^^^^^^^^^^^^^^ error torch/float8 @ascend-910b2: multiplies FP8 matrices
#          ^^^^^^^^^^^^^^^^ error torch/float8 @ascend-310p3
