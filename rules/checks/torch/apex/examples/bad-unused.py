#! {"targets": ["sophgo-sc11-fp300"]}
import torch
import apex
#      ^^^^ error torch/apex
import amp_C  # kernels
#      ^^^^^ error torch/apex

x = torch.zeros(8)
