#! {"targets": ["ascend-910b2"]}
import torch

torch.set_default_device("npu")


def read(steps: int):
    rates = torch.linspace(0, 0.1, steps)
    for index in range(steps):
        print(rates[index].item())
#                          ^^^^ information torch/host-sync @ascend-910b2: .item() in a loop
