#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def is_quantized(weight: torch.Tensor):
    return weight.dtype == torch.float8_e4m3fn or weight.dtype in (torch.float8_e5m2, torch.int8)


SIZES = {torch.float8_e4m3fn: 1, "fp8": torch.float8_e4m3fn}
