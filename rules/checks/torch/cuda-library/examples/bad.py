#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import bitsandbytes as bnb
#      ^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @ascend-910b2: msModelSlim
#      ^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300: Nothing is known
import cupy
#      ^^^^ error torch/cuda-library @ascend-910b2
#      ^^^^ error torch/cuda-library @sophgo-sc11-fp300
import deep_gemm
#      ^^^^^^^^^ error torch/cuda-library @ascend-910b2: npu_quant_matmul
#      ^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300: mm_w8a16_dq_forward
from flash_mla import flash_mla_with_kvcache
#                     ^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @ascend-910b2
#                     ^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300
from numba import cuda
#                 ^^^^ warning torch/cuda-library @ascend-910b2
#                 ^^^^ warning torch/cuda-library @sophgo-sc11-fp300
from pynvml import *
#                  ^ error torch/cuda-library @ascend-910b2: npu-smi
#                  ^ error torch/cuda-library @sophgo-sc11-fp300


def decode(q, cache, table, lengths, size, metadata, splits):
    grid = cuda.grid(1)
    layer = bnb.nn.Linear8bitLt(8, 8)
#                  ^^^^^^^^^^^^ warning torch/cuda-library @ascend-910b2: npu_quant_matmul
    return flash_mla_with_kvcache(q, cache, table, lengths, size, metadata, splits), grid, layer, cupy.zeros(8)
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-library @ascend-910b2: npu_fused_infer_attention_score
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-library @sophgo-sc11-fp300: paged_latent_attention_fp8
