#! {"targets": ["ascend-910b2"]}
import torch


def scale(x: torch.Tensor, half: bool) -> torch.Tensor:
    if half and "cuda" in x.device.type:
#               ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 x.device.type is "npu"
        return x.half()
    return x
