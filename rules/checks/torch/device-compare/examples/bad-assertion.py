#! {"targets": ["ascend-910b2"]}
import torch


def check(x: torch.Tensor) -> None:
    assert x.device.type in ["cpu", "cuda"]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/device-compare: On ascend-910b2 x.device.type is "npu", so the test for "cuda" fails
