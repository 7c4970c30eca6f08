#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

x = torch.zeros(8, device="cuda:1")
#                         ^^^^^^^^ warning torch/cuda-device: The adaptor accepts the process's current TPU only: a device with
y = torch.zeros(8, device="cuda")
