#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def choose(device: torch.device) -> bool:
    return device.type in ("cuda", "tpu") or device.type != "cpu"
