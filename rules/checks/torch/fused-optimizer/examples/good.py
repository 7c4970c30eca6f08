#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def make(model, options, fused: bool):
    if fused:
        return torch.optim.AdamW(model.parameters(), lr=1e-4, fused=fused)
    return torch.optim.RMSprop(model.parameters()), torch.optim.Adam(model.parameters(), **options)
