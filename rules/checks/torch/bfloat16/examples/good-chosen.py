#! {"targets": ["ascend-310p3"]}
import torch

dtype = torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
BYTES = {torch.bfloat16: 2, "bf16": torch.bfloat16}


def is_wide(x: torch.Tensor):
    return x.dtype not in (torch.float16, torch.bfloat16)
