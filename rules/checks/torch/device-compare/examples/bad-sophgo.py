#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def choose(x: torch.Tensor) -> bool:
    return x.is_cuda and "cuda" == x.device.type
#            ^^^^^^^ warning torch/device-compare: is_cuda is False for every tensor on sophgo-sc11-fp300: they are
#                        ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On sophgo-sc11-fp300 x.device.type is "tpu", so the test for "cuda"
