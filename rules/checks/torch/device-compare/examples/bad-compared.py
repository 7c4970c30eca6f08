#! {"targets": ["ascend-910b2"]}
import torch


def check(x: torch.Tensor, shown: str, wanted: bool) -> bool:
    assert ("cuda" in shown) == x.is_cuda
#          ^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 shown is "npu", so the test for "cuda" fails
#                                 ^^^^^^^ warning torch/device-compare: is_cuda is False for every tensor on ascend-910b2
    on_gpu = x.is_cuda
#              ^^^^^^^ warning torch/device-compare: is_cuda is False for every tensor on ascend-910b2
    return wanted != x.is_cuda
#                      ^^^^^^^ warning torch/device-compare: is_cuda is False for every tensor on ascend-910b2
