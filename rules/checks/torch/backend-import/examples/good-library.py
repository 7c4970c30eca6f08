#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def move(x: torch.Tensor) -> torch.Tensor:
    return x.to("tpu")
