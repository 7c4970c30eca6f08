#! {"targets": ["ascend-910b2"]}
import flash_attn
#      ^^^^^^^^^^ error torch/flash-attn @ascend-910b2


def attend(q, k, v, starts, longest):
    return flash_attn.flash_attn_varlen_func(q, k, v, starts, starts, longest, longest)
#                     ^^^^^^^^^^^^^^^^^^^^^^ warning torch/flash-attn @ascend-910b2: cu_seqlens_q → actual_seq_qlen
