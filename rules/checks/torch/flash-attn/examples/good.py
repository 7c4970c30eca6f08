#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import torch.nn.functional as F

if torch.cuda.is_available():
    from flash_attn import flash_attn_func


def attend(q, k, v):
    return F.scaled_dot_product_attention(q, k, v, is_causal=True)
