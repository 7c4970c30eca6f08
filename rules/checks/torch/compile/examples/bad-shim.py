#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch


@torch.compile()
#^^^^^^^^^^^^^ warning torch/compile @ascend-910b2: has_triton() answer False
def scale(x):
    return x * 2
