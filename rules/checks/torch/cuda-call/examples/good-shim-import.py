#! {"targets": ["ascend-910b2"]}
import torch
import torch_npu
from torch_npu.contrib import transfer_to_npu

x = torch.zeros(8).cuda()
