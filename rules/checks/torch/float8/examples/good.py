#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def is_quantized(weight: torch.Tensor):
    return weight.dtype == torch.float8_e4m3fn or weight.dtype in (torch.float8_e5m2, torch.int8)


SIZES = {torch.float8_e4m3fn: 1, "fp8": torch.float8_e4m3fn}
SIZES["fp8_e5m2"] = torch.float8_e5m2


def type_of(name: str):
    if name == "bf16":
        return torch.bfloat16
    if name == "fp16":
        return torch.float16
    if name == "fp8_e4m3fn":
        return torch.float8_e4m3fn
    if name == "fp8_e5m2":
        return torch.float8_e5m2
    return torch.float32
