#! {"targets": ["sophgo-sc11-fp300"]}
import torch

if torch.cuda.get_device_capability() >= (8, 0):
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.get_device_capability() raises on sophgo-sc11-fp300: a
    dtype = torch.bfloat16
properties = torch.cuda.get_device_properties(0)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.get_device_properties() raises on sophgo-sc11-fp300: a
free, total = torch.cuda.mem_get_info()
#             ^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.mem_get_info() raises on sophgo-sc11-fp300: a PyTorch for
torch.cuda.nvtx.range_push("step")
#! error torch/cuda-api: torch.cuda.nvtx.range_push() raises on sophgo-sc11-fp300: a PyTorch
