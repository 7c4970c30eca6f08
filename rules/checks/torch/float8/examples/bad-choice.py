#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def pick(name, x: torch.Tensor):
    kind = torch.float8_e5m2 if name == "e5m2" else torch.bfloat16
#          ^^^^^^^^^^^^^^^^^ warning torch/float8 @ascend-910b2
#          ^^^^^^^^^^^^^^^^^ warning torch/float8 @sophgo-sc11-fp300: Unsupported data type
    return torch._scaled_mm(x, x)
#          ^^^^^^^^^^^^^^^^ error torch/float8 @ascend-910b2
