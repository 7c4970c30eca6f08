#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch


def choose(x: torch.Tensor, args) -> bool:
    if args.device == "cuda":
        return True
    return x.is_cuda or x.device.type == "cuda"
#                       ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 x.device.type is "npu", so the test for "cuda" fails
