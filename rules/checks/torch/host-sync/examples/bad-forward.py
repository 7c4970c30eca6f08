#! {"targets": ["ascend-910b2"]}
import torch


class Router(torch.nn.Module):
    def forward(self, x: torch.Tensor):
        size = int(x.max().item())
#                          ^^^^ information torch/host-sync @ascend-910b2: for every batch
        for expert in range(8):
            if x.sum().item() > expert:
#                      ^^^^ warning torch/host-sync @ascend-910b2: in a loop
                size += 1
        return size
