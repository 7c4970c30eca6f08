#! {"targets": ["ascend-910b2"], "shim": "none"}
import torch
import torch_npu
from torch_npu.contrib import transfer_to_npu

x = torch.zeros(8).cuda()
#                  ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
