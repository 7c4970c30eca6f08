#! {"targets": ["ascend-910b2"]}
import torch

if torch.cuda.get_device_capability() >= (8, 0):
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.get_device_capability() raises on ascend-910b2: a PyTorch
    dtype = torch.bfloat16
properties = torch.cuda.get_device_properties(0)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.get_device_properties() raises on ascend-910b2: a PyTorch
free, total = torch.cuda.mem_get_info()
#             ^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.mem_get_info() raises on ascend-910b2: a PyTorch for it is
torch.cuda.nvtx.range_push("step")
#! error torch/cuda-api: torch.cuda.nvtx.range_push() raises on ascend-910b2: a PyTorch for it
