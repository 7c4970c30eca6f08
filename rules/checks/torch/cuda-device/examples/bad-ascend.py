#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8, device="cuda")
#                         ^^^^^^ error torch/cuda-device: "cuda" asks torch.zeros for a CUDA device, which ascend-910b2 does
y = x.to('cuda:1')
#        ^^^^^^^^ error torch/cuda-device: 'cuda:1' asks torch.Tensor.to for a CUDA device, which ascend-910b2
torch.set_default_device("cuda")
#                        ^^^^^^ error torch/cuda-device: "cuda" asks torch.set_default_device for a CUDA device, which
