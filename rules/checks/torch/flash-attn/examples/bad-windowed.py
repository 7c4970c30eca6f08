#! {"targets": ["ascend-910b2"]}
import torch
import torch.nn.functional as F
from flash_attn import (
    flash_attn_func,
#   ^^^^^^^^^^^^^^^ error torch/flash-attn
)


class Attention(torch.nn.Module):
    def forward(self, q, k, v, causal):
        plain = flash_attn_func(q, k, v, 0.0, None, causal)
#               ^^^^^^^^^^^^^^^ warning torch/flash-attn
        return flash_attn_func(plain, k, v, window_size=(128, 0))
#              ^^^^^^^^^^^^^^^ warning torch/flash-attn: pre_tockens
