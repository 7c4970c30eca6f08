#! {"targets": ["sophgo-sc11-fp300"]}
import torch

x = torch.cuda.DoubleTensor([1.0])
#   ^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-tensor-type: torch.cuda.DoubleTensor is a type of CUDA's tensors: on
y = torch.cuda.IntTensor([1])
#   ^^^^^^^^^^^^^^^^^^^^ error torch/cuda-tensor-type: torch.cuda.IntTensor is a type of CUDA's tensors: on
