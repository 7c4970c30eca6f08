#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch


def ids(n: int, device: torch.device):
    counts = torch.zeros(n, dtype=torch.int64, device="cpu")
    return counts, torch.arange(n, dtype=torch.int64, device=device)
#                                        ^^^^^^^^^^^ silent torch/int64 @sophgo-sc11-fp300: int32


def labels(n: int):
    return torch.zeros(n, dtype=torch.long), torch.full((n,), 1, dtype=torch.long)
#                               ^^^^^^^^^^ silent torch/int64 @sophgo-sc11-fp300: It does so on the CPU too
