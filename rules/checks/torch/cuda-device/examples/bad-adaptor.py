#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

x = torch.zeros(8, device="cuda")
y = x.to("cuda")
#        ^^^^^^ error torch/cuda-device: "cuda" asks torch.Tensor.to for a CUDA device, which
layer = torch.nn.Linear(4, 4, device="cuda")
layer.to("cuda")
#        ^^^^^^ error torch/cuda-device: "cuda" asks torch.nn.Module.to for a CUDA device, which
