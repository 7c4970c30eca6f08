#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def norm(x: torch.Tensor) -> torch.Tensor:
    with torch.autocast(x.device.type, enabled=False):
        x = x + 1
    with torch.autocast("cuda", enabled=False):
        return x
