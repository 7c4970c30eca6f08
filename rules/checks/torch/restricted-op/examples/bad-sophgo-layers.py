#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch
import torch.nn.functional as F
from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.up = nn.ConvTranspose2d(64, 32, 2, stride=2)
#                 ^^^^^^^^^^^^^^^^^^ error torch/restricted-op @sophgo-sc11-fp300: no transposed convolution
        self.down = nn.AvgPool2d(2, 2, ceil_mode=True)
#                   ^^^^^^^^^^^^ error torch/restricted-op @sophgo-sc11-fp300: ceil_mode=False only
        self.loss = nn.CrossEntropyLoss(ignore_index=0)
#                   ^^^^^^^^^^^^^^^^^^^ warning torch/restricted-op @sophgo-sc11-fp300: Set labels to ignore to -100
        self.usual = nn.CrossEntropyLoss()

    def forward(self, x: torch.Tensor, classes: torch.Tensor):
        flags = F.one_hot(classes, 10)
#               ^^^^^^^^^ warning torch/restricted-op @sophgo-sc11-fp300: LongTensor
        x = F.max_pool2d(self.up(x), 2)
#           ^^^^^^^^^^^^ warning torch/restricted-op @sophgo-sc11-fp300: Pass stride
        scale = torch.mean(x, dim=(0, 2, 3), keepdim=True)
#               ^^^^^^^^^^ warning torch/restricted-op @sophgo-sc11-fp300: neighbouring dimensions
        positive = torch.relu(x) > scale
        return F.max_pool2d(x, 2, 2), positive.sum(), flags
#                                     ^^^^^^^^^^^^ warning torch/restricted-op @sophgo-sc11-fp300: of bool it is bool


countdown = torch.arange(10, 0, -1, device="tpu")
#           ^^^^^^^^^^^^ silent torch/restricted-op @sophgo-sc11-fp300: gives 12 elements
steps = torch.arange(0, 1, 0.1, device="tpu")
#       ^^^^^^^^^^^^ error torch/restricted-op @sophgo-sc11-fp300: divides by zero
labels = torch.full((8,), 1, device="tpu")
#        ^^^^^^^^^^ silent torch/restricted-op @sophgo-sc11-fp300: is float32
