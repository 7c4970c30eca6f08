#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from torch import nn


class Counter(nn.Module):
    def forward(self, ids):
        # Of booleans where ids is a tensor: on Ascend a type has to be proven.
        mask = ids == 3
        mask.uniform_()
        return (ids != 0).sum()
#              ^^^^^^^^^^^^^^ warning torch/restricted-op @sophgo-sc11-fp300: of bool it is bool


mask = torch.zeros(8, dtype=torch.bool, device="npu")
filled = mask.uniform_()
#        ^^^^^^^^^^^^^ warning torch/restricted-op @ascend-910b2: does not fill booleans
