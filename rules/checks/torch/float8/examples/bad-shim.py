#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch


def quantize(weight: torch.Tensor, scale: torch.Tensor):
    # The shim answers with yes.
    if weight.is_cuda:
        return (weight / scale).to(torch.float8_e4m3fn)
#                                  ^^^^^^^^^^^^^^^^^^^ error torch/float8: W8A8
    return weight, scale
