#! {"targets": ["ascend-910b2"]}
import torch
from torch.cuda.amp import GradScaler, autocast, custom_bwd, custom_fwd

scaler = GradScaler(enabled=True)
#        ^^^^^^^^^^ warning torch/cuda-amp: torch.cuda.amp.GradScaler switches itself off on ascend-910b2, where
with autocast():
#    ^^^^^^^^ silent torch/cuda-amp: torch.cuda.amp.autocast switches itself off on ascend-910b2, where
    pass
with torch.cuda.amp.autocast(True, torch.bfloat16):
#    ^^^^^^^^^^^^^^^^^^^^^^^ silent torch/cuda-amp: torch.cuda.amp.autocast switches itself off on ascend-910b2, where
    pass
with torch.cuda.amp.autocast( enabled=False ):  # off
#    ^^^^^^^^^^^^^^^^^^^^^^^ silent torch/cuda-amp: This switches autocast off for CUDA only: on ascend-910b2 an autocast of
    pass


class Square(torch.autograd.Function):
    @staticmethod
    @custom_fwd
#    ^^^^^^^^^^ warning torch/cuda-amp: torch.cuda.amp.custom_fwd does nothing on ascend-910b2: the backward
    def forward(ctx, x):
        return x * x

    @staticmethod
    @custom_fwd(cast_inputs=torch.float32)
#    ^^^^^^^^^^ warning torch/cuda-amp: torch.cuda.amp.custom_fwd does nothing on ascend-910b2: the backward
    def other(ctx, x):
        return x

    @staticmethod
    @custom_bwd
#    ^^^^^^^^^^ warning torch/cuda-amp: torch.cuda.amp.custom_bwd does nothing on ascend-910b2: the backward
    def backward(ctx, g):
        return g
