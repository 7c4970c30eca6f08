#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import xformers
#      ^^^^^^^^ error torch/xformers @ascend-910b2
#      ^^^^^^^^ error torch/xformers @sophgo-sc11-fp300
import xformers.ops as xops


def attend(q, k, v, mask):
    x = xops.memory_efficient_attention(q, k, v, attn_bias=xops.LowerTriangularMask(), p=0.1)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @ascend-910b2: p → keep_prob
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @sophgo-sc11-fp300
    return xops.memory_efficient_attention(x, k, v, attn_bias=mask)
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @ascend-910b2
