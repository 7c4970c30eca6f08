#! {"targets": ["sophgo-sc11-fp300"]}
import torch
import apex
#      ^^^^ error torch/apex
import amp_C  # kernels

x = torch.zeros(8)
