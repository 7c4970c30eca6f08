#! {"targets": ["ascend-910b2"]}
import torch
from safetensors.torch import load_file

weights = load_file("model.safetensors", device="cuda")
#                                               ^^^^^^ warning torch/cuda-device: "cuda" asks safetensors.torch.load_file for a CUDA device, which
