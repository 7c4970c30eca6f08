#! {"targets": ["ascend-910b2"]}
import torch

NARROW = ("torch.cuda.HalfTensor", "torch.cuda.BFloat16Tensor")

def keeps_half(x: torch.Tensor, kinds: list[str]) -> bool:
    if x.type() == "torch.cuda.HalfTensor" or x.type() not in ["torch.cuda.FloatTensor", "torch.cuda.IntTensor"]:
#                  ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-tensor-type: the type of such a tensor reads "torch.npu.HalfTensor"
#                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-tensor-type: "torch.npu.FloatTensor"
        return True
    return x.type() in ("torch.cuda.HalfTensor", "torch.npu.HalfTensor")


def is_narrow(x: torch.Tensor, name: str) -> bool:
    return x.type() in NARROW or name in NARROW
#                      ^^^^^^ warning torch/cuda-tensor-type: "torch.npu.HalfTensor"
