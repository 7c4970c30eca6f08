#! {"targets": ["ascend-910b2"]}
import torch
import torch.distributed as dist


def start(options, rank: int) -> None:
    dist.init_process_group(
        backend="nccl" if options is not None else None, rank=rank
#                ^^^^ error torch/distributed-backend: "nccl" needs CUDA
    )


def begin(world: int) -> None:
    dist.init_process_group(
        backend="nccl",
#                ^^^^ error torch/distributed-backend: "nccl" needs CUDA
        world_size=world,
    )
