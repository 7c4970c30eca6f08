#! {"targets": ["ascend-910b2"]}
from dataclasses import dataclass, field

import torch
import torch.distributed as dist

by_device = {"cuda": "nccl", "cpu": "gloo"}


@dataclass
class Options:
    distributed_backend: str = field(default="nccl", metadata={"help": "of the collectives"})
#                                             ^^^^ warning torch/distributed-backend: "nccl" needs CUDA
    backend: str = "nccl"


def main() -> None:
    assert torch.cuda.is_available(), "a GPU is needed"
    dist.init_process_group("nccl")
#                            ^^^^ error torch/distributed-backend: "nccl" needs CUDA
