#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def run(step) -> None:
    try:
        step()
    except torch.OutOfMemoryError:
        raise
