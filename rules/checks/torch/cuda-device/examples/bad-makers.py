#! {"targets": ["ascend-910b2"]}
import torch
from torch.distributed.device_mesh import init_device_mesh

made = torch.device("cuda", 1)
#                   ^^^^^^ error torch/cuda-device: what is created on it or moved there raises "Torch not compiled with CUDA enabled"
mesh = init_device_mesh("cuda", (2, 2))
#                       ^^^^^^ error torch/cuda-device: which ascend-910b2 does not have: PyTorch raises an error
zeros = torch.zeros(8, device="cuda")
#                             ^^^^^^ error torch/cuda-device: does not have: PyTorch raises "Torch not compiled with CUDA enabled"
