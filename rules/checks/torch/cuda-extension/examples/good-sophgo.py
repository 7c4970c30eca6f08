#! {"targets": ["sophgo-sc11-fp300"]}
import torch
from torch.utils.cpp_extension import load

cpu = load(name="cpu", sources=["cpu.cpp"])
if torch.cuda.is_available():
    gpu = load(name="gpu", sources=["gpu.cu"])
