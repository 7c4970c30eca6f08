#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from flashinfer import nvfp4_quantize
#                      ^^^^^^^^^^^^^^ error torch/cuda-library @ascend-910b2: W8A8 (INT8) is npu_dynamic_quant and npu_quant_matmul
#                      ^^^^^^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300: mm_w8a16_dq_forward
from flashinfer.decode import trtllm_batch_decode_with_kv_cache
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @ascend-910b2: npu_fused_infer_attention_score with block_table
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300: paged_attention_v3
from flashinfer.fused_moe import cutlass_fused_moe
#                                ^^^^^^^^^^^^^^^^^ error torch/cuda-library @ascend-910b2: the experts npu_grouped_matmul
#                                ^^^^^^^^^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300: fused_moe_fused_experts
from flashinfer.sampling import top_k_top_p_sampling_from_logits
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @ascend-910b2: npu_top_k_top_p
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @sophgo-sc11-fp300: Nothing is known


def serve(x, experts, scales, query, cache, logits):
    x = cutlass_fused_moe(nvfp4_quantize(x), experts, scales)
    y = trtllm_batch_decode_with_kv_cache(query, cache)
    return torch.add(x, y), top_k_top_p_sampling_from_logits(logits, 20, 0.9)
