#! {"targets": ["ascend-910b2"]}
import torch

FIRST = torch.device("cuda", index=0)
#                    ^^^^^^ error torch/cuda-device: "cuda" asks torch.device for a CUDA device, which ascend-910b2 does


class Settings:
    device = "cuda"
#            ^^^^^^ warning torch/cuda-device: "cuda" names a CUDA device, which ascend-910b2 does not have
