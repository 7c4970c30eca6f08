#! {"targets": ["ascend-910b2"]}
import torch


def device_of(name: str):
    if name == "gpu":
        name = "cuda"
#              ^^^^^^ warning torch/cuda-device @ascend-910b2: "cuda" asks torch.device for a CUDA device
    return torch.device(name)


def moved(model: torch.nn.Module, name: str):
    if name != "gpu":
        return model
    return model.to("cuda")
#                   ^^^^^^ warning torch/cuda-device @ascend-910b2: "cuda" asks torch.nn.Module.to for a CUDA device
