#! {"targets": ["ascend-910b2"], "torch": "2.8"}
import torch as th

x = th.zeros(8, device="cuda")
#                      ^^^^^^ error torch/cuda-device: "cuda" asks torch.zeros for a CUDA device, which ascend-910b2 does
with th.device("cuda"):
#              ^^^^^^ error torch/cuda-device: "cuda" asks torch.device for a CUDA device, which ascend-910b2 does
    y = th.ones(8)
