#! {"targets": ["ascend-910b2"]}
import torch

try:
    from flash_attn import flash_attn_varlen_func
#                          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/flash-attn @ascend-910b2
except ImportError:
    flash_attn_varlen_func = None
