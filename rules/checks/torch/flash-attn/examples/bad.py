#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from flash_attn import flash_attn_func
#                      ^^^^^^^^^^^^^^^ error torch/flash-attn @ascend-910b2: npu_fusion_attention
#                      ^^^^^^^^^^^^^^^ error torch/flash-attn @sophgo-sc11-fp300: llama_attention_forward


def attend(q, k, v, scale):
    return flash_attn_func(q, k, v.contiguous(), softmax_scale=scale, causal=True)
#          ^^^^^^^^^^^^^^^ warning torch/flash-attn @ascend-910b2: softmax_scale → scale
#          ^^^^^^^^^^^^^^^ warning torch/flash-attn @sophgo-sc11-fp300: llama_attention_forward
