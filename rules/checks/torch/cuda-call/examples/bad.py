#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8).cuda()
#                  ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
