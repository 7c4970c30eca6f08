#! {"targets": ["ascend-910b2", "ascend-310p3", "sophgo-sc11-fp300"]}
import torch
from torch import nn
from torch.nn import functional as F


def normalize(x: torch.Tensor):
    positive = torch.heaviside(x, torch.zeros_like(x))
#              ^^^^^^^^^^^^^^^ warning torch/unsupported-op @ascend-910b2: Use torch.where
    variance, mean = torch.var_mean(x, dim=-1, keepdim=True)
#                    ^^^^^^^^^^^^^^ information torch/unsupported-op @ascend-910b2: kernels are registered
    return F.adaptive_max_pool2d((x - mean) * variance, 1), positive
#          ^^^^^^^^^^^^^^^^^^^^^ information torch/unsupported-op @ascend-910b2: kernels are registered


encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 1)
#         ^^^^^^^^^^^^^^^^^^^^^ information torch/unsupported-op @ascend-910b2: marks its forward as supported
