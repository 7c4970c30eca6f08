#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def scale(x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor):
    inverse = x.pow(-0.5)
#             ^^^^^ error torch/restricted-op: positive exponents only
    return torch.addmm(bias, inverse, weight, beta=0.5), torch.norm(x, p=1)
#          ^^^^^^^^^^^ error torch/restricted-op: alpha=1 and beta=1
#                                                        ^^^^^^^^^^ error torch/restricted-op: 2-norm
