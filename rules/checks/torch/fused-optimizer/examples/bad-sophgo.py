#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def make(model):
    return torch.optim.AdamW(
#          ^^^^^^^^^^^^^^^^^ warning torch/fused-optimizer @sophgo-sc11-fp300: computed by lerp
        model.parameters(),
        lr=1e-4,  # as on the GPU
    )
