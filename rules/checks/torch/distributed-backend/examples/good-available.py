#! {"targets": ["ascend-910b2"], "rules": {"torch/distributed-compare": "off"}}
from datetime import timedelta

import torch.distributed as dist


def start(timeout: timedelta) -> None:
    dist.init_process_group(
        backend="nccl" if dist.is_nccl_available() else "gloo", timeout=timeout
    )


def start_by_branch() -> None:
    if dist.is_nccl_available():
        dist.init_process_group("nccl")
    else:
        dist.init_process_group("gloo")
