#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8).cuda()
#                  ^^^^ error torch/cuda-call @ascend-910b2: .npu()
