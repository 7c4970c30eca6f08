#! {"targets": ["ascend-910b2"]}
import torch

name = "cuda"  # reaches .to()
#      ^^^^^^ error torch/cuda-device: "cuda" asks torch.nn.Module.to for a CUDA device, which ascend-910b2
model = torch.nn.Linear(8, 8).to(name)


def run(rank: int, x: torch.Tensor, device: torch.device) -> torch.Tensor:
    x = x.to(f"cuda:{rank}")
#            ^^^^^^^^^^^^^^ error torch/cuda-device: f"cuda:{rank}" asks torch.Tensor.to for a CUDA device, which
    y = torch.ones(8, device="cuda")
#                            ^^^^^^ error torch/cuda-device: "cuda" asks torch.ones for a CUDA device, which ascend-910b2 does not
    return x.to("cuda:" + str(rank)) + y
#               ^^^^^^^^^^^^^^^^^^^ error torch/cuda-device: "cuda:" + str(rank) asks torch.Tensor.to for a CUDA device, which
