#! {"targets": ["ascend-910b2"]}
import torch


def check(x: torch.Tensor, all_of: list) -> None:
    assert x.device.type in ["cpu", "cuda"]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/device-compare: On ascend-910b2 x.device.type is "npu", so the test for "cuda" fails
    assert (not x.device.type == "cuda"), "on the CPU"
    assert x.device.type != "cuda"
    assert all(y.device.type == "cuda" for y in all_of)
#              ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 y.device.type is "npu", so the test for "cuda" fails
    assert x.device.type == "cuda", x.device
#          ^^^^^^^^^^^^^^^^^^^^^^^ error torch/device-compare: On ascend-910b2 x.device.type is "npu", so the test for "cuda" fails
