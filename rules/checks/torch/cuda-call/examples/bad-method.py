#! {"targets": ["ascend-910b2"]}
import torch
from torch import nn


class Batch:
    def __init__(self, tokens: torch.Tensor):
        self.tokens = tokens

    def cuda(self):
        return Batch(self.tokens.cuda())
#                                ^^^^ warning torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not


class Frozen(nn.Module):
    def cuda(self, device=None):
        self.eval()
        return super().cuda(device)
#                      ^^^^ warning torch/cuda-call: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
