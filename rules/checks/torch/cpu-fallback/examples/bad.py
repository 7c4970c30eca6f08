#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch
from torch import nn
from torch.nn import functional as F


class Window(nn.Module):
    def __init__(self):
        super().__init__()
        self.unfold = nn.Unfold(kernel_size=2)
#                     ^^^^^^^^^ warning torch/cpu-fallback @sophgo-sc11-fp300: without a warning

    def forward(self, x):
        x = torch.roll(x, shifts=(1, 1), dims=(1, 2))
#           ^^^^^^^^^^ warning torch/cpu-fallback @sophgo-sc11-fp300: roll has no kernel
        return F.grid_sample(self.unfold(x), x)
#              ^^^^^^^^^^^^^ warning torch/cpu-fallback @sophgo-sc11-fp300


def generate(logits: torch.Tensor, steps: int):
    mask = torch.tril(logits)
#          ^^^^^^^^^^ information torch/cpu-fallback @sophgo-sc11-fp300: tril
    for _ in range(steps):
        token = torch.multinomial(mask, 1)
#               ^^^^^^^^^^^^^^^^^ warning torch/cpu-fallback @sophgo-sc11-fp300: Move it out of the loop
    return logits.tensor_split(2), token
#          ^^^^^^^^^^^^^^^^^^^ information torch/cpu-fallback @ascend-910b2: on the CPU only
