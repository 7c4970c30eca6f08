#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch
from torch import nn


def positions(n: int, device: torch.device):
    return torch.arange(n, dtype=torch.int64, device=device)
#                                ^^^^^^^^^^^ warning torch/int64 @sophgo-sc11-fp300: arange only support


def noise(x: torch.Tensor, device: torch.device):
    steps = torch.randint(0, 1000, (x.shape[0],), device=device)
#           ^^^^^^^^^^^^^ warning torch/int64 @sophgo-sc11-fp300: dtype=torch.int32
    return steps, torch.full((8,), -1, dtype=torch.long, device="tpu")
#                                            ^^^^^^^^^^ error torch/int64 @sophgo-sc11-fp300: not support int64


order = torch.randperm(8, dtype=torch.int32, device="tpu:0")
fixed = torch.arange(8, dtype=torch.long, device="tpu:0")
#                             ^^^^^^^^^^ error torch/int64 @sophgo-sc11-fp300: Use int32 on the device
narrowed = torch.arange(8, device="tpu:0")
#          ^^^^^^^^^^^^ information torch/int64 @sophgo-sc11-fp300: is int32
steps = torch.zeros(8, device="tpu").long()
#                                    ^^^^ error torch/int64 @sophgo-sc11-fp300: not support int64
moved = torch.tensor([1, 2], dtype=torch.long, device="tpu")
#                                  ^^^^^^^^^^ information torch/int64 @sophgo-sc11-fp300: becomes int32
table = nn.Embedding(8, 8).to(torch.int64)
#                             ^^^^^^^^^^^ error torch/int64 @sophgo-sc11-fp300: TypeError
seeds = torch.randint(2**32, (8,), device="tpu")
#       ^^^^^^^^^^^^^ error torch/int64 @sophgo-sc11-fp300: without a dtype


class Positions(nn.Module):
    def forward(self, position_ids: torch.Tensor, mask: torch.Tensor):
        position_ids = position_ids.view(-1, 8).long()
#                                               ^^^^ warning torch/int64 @sophgo-sc11-fp300: converting a tensor that is on the TPU
        return position_ids, mask.to("tpu", torch.long)
#                                           ^^^^^^^^^^ information torch/int64 @sophgo-sc11-fp300: becomes int32


class Collator:
    def __call__(self, labels: torch.Tensor):
        return labels.long()
