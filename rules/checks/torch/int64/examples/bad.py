#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch
from torch import nn


def positions(n: int, device: torch.device):
    return torch.arange(n, dtype=torch.int64, device=device)
#                                ^^^^^^^^^^^ warning torch/int64 @sophgo-sc11-fp300: arange only support


fixed = torch.arange(8, dtype=torch.long, device="tpu:0")
#                             ^^^^^^^^^^ error torch/int64 @sophgo-sc11-fp300: Use int32 on the device
narrowed = torch.arange(8, device="tpu:0")
#          ^^^^^^^^^^^^ information torch/int64 @sophgo-sc11-fp300: is int32
steps = torch.zeros(8, device="tpu").long()
#                                    ^^^^ information torch/int64 @sophgo-sc11-fp300: Use int32
table = nn.Embedding(8, 8).to(torch.int64)
#                             ^^^^^^^^^^^ error torch/int64 @sophgo-sc11-fp300: TypeError
