#! {"targets": ["ascend-910b2"], "torch": "2.8"}
import torch as th

x = th.zeros(8).cuda()
#               ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
y = th.zeros(8).cuda(1)
#               ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
