#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

NAMES = {"fp64": torch.float64, "fp32": torch.float32}
betas = torch.linspace(0.0, 1.0, 1000, dtype=torch.float64)
steps = torch.arange(8).double()


def check(x: torch.Tensor):
    if x.dtype == torch.float64 or x.dtype in (torch.float64, torch.float32):
        return x.cpu().double()
    return x.float(), torch.finfo(torch.float64).eps


def counter(default):
    wide = torch.float64 if torch.get_default_dtype() == torch.float64 else torch.float32
    return start(device="cpu", dtype=torch.float64), wide


def start(device, dtype):
    return torch.zeros((), device=device, dtype=dtype)
