#! {"targets": ["ascend-910b2"]}
import torch
from transformers.utils import is_torch_npu_available

if is_torch_npu_available():
    import torch_npu
else:
    from flash_attn import flash_attn_func
