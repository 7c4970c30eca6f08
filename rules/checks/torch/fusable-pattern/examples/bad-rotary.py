#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def rotate_half(x):
    first, second = x.chunk(2, dim=-1)
    return torch.cat((-second, first), dim=-1)


def apply(q, k, cos, sin):
    q = (q * cos) + (rotate_half(q) * sin)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint torch/fusable-pattern @ascend-910b2: npu_rotary_mul
    return q, rotate_every_two(k) * sin + k * cos
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint torch/fusable-pattern @ascend-910b2: a rotary embedding
