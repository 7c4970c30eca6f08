#! {"targets": ["ascend-910b2"]}
import torch


class Select(torch.nn.Module):
    def forward(self, x, mask):
        return torch.masked_select(x, mask)
#              ^^^^^^^^^^^^^^^^^^^ warning torch/dynamic-shape @ascend-910b2: multiply by a mask


model = torch.compile(Select())
