#! {"targets": ["sophgo-sc11-fp300"]}
import torch

x = torch.zeros(8, device="cuda")
#                         ^^^^^^ error torch/cuda-device: "cuda" asks torch.zeros for a CUDA device, which sophgo-sc11-fp300
y = x.to('cuda:1')
#        ^^^^^^^^ error torch/cuda-device: 'cuda:1' asks torch.Tensor.to for a CUDA device, which
torch.set_default_device("cuda")
#                        ^^^^^^ error torch/cuda-device: "cuda" asks torch.set_default_device for a CUDA device, which
