#! {"targets": ["ascend-910b2"]}
import torch


def load(x: torch.Tensor, rank: int):
    origin_device = x.device
    y = x.cuda(f"cuda:{rank}") + x.cuda("cuda:0")
#         ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device
#                                  ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device
    z = y.clone().cuda()
#                 ^^^^ error torch/cuda-call: .cuda() asks for a CUDA device
    return z.to(origin_device)
