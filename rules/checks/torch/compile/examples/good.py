#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

model = torch.compile(torch.nn.Linear(8, 8), backend="eager")
other = torch.compile(model, disable=True)


def build(backend):
    return torch.compile(model, backend=backend)
