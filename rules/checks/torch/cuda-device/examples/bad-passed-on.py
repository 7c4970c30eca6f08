#! {"targets": ["ascend-910b2"]}
import torch


def generator(device, seed: int) -> torch.Generator:
    if device == "cpu":
        return torch.Generator()
    return torch.Generator(device=device).manual_seed(seed)


noise = torch.rand(8, generator=generator("cuda", 1))
#                                         ^^^^^^ error torch/cuda-device: generator passes "cuda" on to torch.Generator: ascend-910b2 has no CUDA device, and PyTorch raises an error
