#! {"targets": ["ascend-910b2"]}
import torch


def step(x: torch.Tensor) -> None:
    if x.is_cuda:
        torch.cuda.synchronize()
    is_cuda = x.device.type == "cuda"
    if is_cuda:
        torch.cuda.synchronize()
    if x.device.type != "cuda":
        return
    torch.cuda.synchronize()
