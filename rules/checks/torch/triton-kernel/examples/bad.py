#! {"targets": ["ascend-910b2", "ascend-310p", "sophgo-sc11-fp300"]}
import torch
import triton
#      ^^^^^^ information torch/triton-kernel @ascend-910b2: triton-ascend
#      ^^^^^^ error torch/triton-kernel @ascend-310p
#      ^^^^^^ error torch/triton-kernel @sophgo-sc11-fp300
import triton.language as tl


@triton.jit
def double_kernel(x, y, n, BLOCK: tl.constexpr):
#   ^^^^^^^^^^^^^ warning torch/triton-kernel @ascend-910b2: 4 lines, launched at 1 place
#   ^^^^^^^^^^^^^ error torch/triton-kernel @ascend-310p: plain PyTorch
#   ^^^^^^^^^^^^^ error torch/triton-kernel @sophgo-sc11-fp300: PPL
    at = tl.program_id(0) * BLOCK + tl.arange(0, BLOCK)
    value = tl.load(x + at, mask=at < n)
    tl.store(y + at, 2 * value, mask=at < n)


def double(x):
    y = torch.empty_like(x)
    double_kernel[(triton.cdiv(x.numel(), 256),)](x, y, x.numel(), BLOCK=256)
    return y
