#! {"targets": ["ascend-910b2"]}
import torch

try:
    from flash_attn import flash_attn_varlen_func
#                          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/flash-attn @ascend-910b2
except ImportError:
    flash_attn_varlen_func = None


def attend(q, k, v, starts):
    assert flash_attn_varlen_func is not None, "flash_attn is missing"
    if flash_attn_varlen_func is None:
        return None
    return flash_attn_varlen_func(q, k, v, starts, starts, 8, 8)
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/flash-attn: actual_seq_qlen
