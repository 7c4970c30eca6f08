#! {"targets": ["ascend-910b2"]}
try:
    import torch

    x = torch.zeros(8).cuda()
#                      ^^^^ warning torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
except ImportError:
    x = None
