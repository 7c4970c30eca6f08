#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def rotate(x: torch.Tensor, angles: torch.Tensor):
    turns = torch.polar(torch.ones_like(angles), angles).to(torch.complex64)
#           ^^^^^^^^^^^ warning torch/complex @ascend-910b2: The kernel of torch.polar
#           ^^^^^^^^^^^ warning torch/complex @sophgo-sc11-fp300: Unsupported data type
    pairs = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
#           ^^^^^^^^^^^^^^^^^^^^^ warning torch/complex @ascend-910b2: npu_rotary_mul
#           ^^^^^^^^^^^^^^^^^^^^^ warning torch/complex @sophgo-sc11-fp300: needs no complex numbers
    return torch.view_as_real(pairs * turns).flatten(-2)
