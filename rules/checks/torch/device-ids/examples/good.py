#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from torch.nn.parallel import DistributedDataParallel


def wrap(model: torch.nn.Module, rank: int) -> torch.nn.Module:
    return DistributedDataParallel(model, device_ids=[rank], output_device=rank)
