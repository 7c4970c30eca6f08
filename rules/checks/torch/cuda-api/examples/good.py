#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

if torch.cuda.is_available():
    torch.cuda.synchronize()
elif hasattr(torch, "npu"):
    torch.npu.synchronize()


def wait(event: torch.cuda.Event) -> None:
    event.wait()


torch.accelerator.synchronize()
