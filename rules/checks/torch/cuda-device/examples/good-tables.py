#! {"targets": ["ascend-910b2"]}
import torch

supported_devices = ["cuda", "xpu", "cpu"]


class Backend:
    devices = ("cuda", "rocm")


memory_of = {"cuda": 80, "xpu": 64}


def check(device: torch.device, reporter):
    reporter(supported_devices=["cuda", "xpu"])
    return device.type in supported_devices, memory_of.get(device.type)
