#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import torch.nn.functional as F


class Block(torch.nn.Module):
    def forward(self, x):
        variance = x.float().pow(2).mean(-1, keepdim=True)
        x = x * torch.rsqrt(variance + 1e-6)
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint torch/fusable-pattern @ascend-910b2: npu_rms_norm
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint torch/fusable-pattern @sophgo-sc11-fp300: rmsnorm_forward
        q, k, v = self.qkv(x)
        weights = F.softmax(q @ k.transpose(-2, -1) * 0.125, dim=-1)
        x = weights @ v
#           ^^^^^^^^^^^ hint torch/fusable-pattern @ascend-910b2: scaled_dot_product_attention is the portable form
#           ^^^^^^^^^^^ hint torch/fusable-pattern @sophgo-sc11-fp300: llama_attention_forward
        return self.down(F.silu(self.gate(x)) * self.up(x))
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint torch/fusable-pattern @ascend-910b2: npu_swiglu
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint torch/fusable-pattern @sophgo-sc11-fp300: llama_mlp_forward
