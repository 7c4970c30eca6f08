#! {"targets": ["ascend-910b2"]}
import torch
import torch.nn.functional as F

q = torch.randn(2, 8, 128, 64, device="npu", dtype=torch.float16)
bias = torch.zeros(2, 1, 128, 128, device="npu", dtype=torch.float16)

packed = torch.randn(2, 128, 512, device="npu", dtype=torch.float16)
three = F.scaled_dot_product_attention(packed, packed, packed)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/restricted-op @ascend-910b2: Add the missing dimension
added = F.scaled_dot_product_attention(q, q, q, attn_mask=bias)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/restricted-op @ascend-910b2: whole matrix of scores in memory
both = F.scaled_dot_product_attention(q, q, q, attn_mask=bias > 0, is_causal=True)
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/restricted-op @ascend-910b2: attn_mask must be None
fine = F.scaled_dot_product_attention(q, q, q, attn_mask=bias > 0)
wide = torch.randn(1, 8, 128, 576, device="npu", dtype=torch.float16)
latent = F.scaled_dot_product_attention(wide, wide, wide)
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/restricted-op @ascend-910b2: up to 512
many = torch.ones(4096, 1, device="npu").repeat_interleave(1024)
