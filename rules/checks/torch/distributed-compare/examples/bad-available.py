#! {"targets": ["ascend-910b2"]}
from datetime import timedelta

import torch
import torch.distributed as dist


def start(timeout: timedelta) -> None:
    dist.init_process_group(
        backend="nccl" if dist.is_nccl_available() else "gloo", timeout=timeout
#                              ^^^^^^^^^^^^^^^^^ warning torch/distributed-compare: is false
    )


def named() -> str:
    return "over " + ("nccl" if dist.is_nccl_available() else "gloo")
#                                    ^^^^^^^^^^^^^^^^^ warning torch/distributed-compare: is false
