#! {"targets": ["ascend-910b2"]}
import torch
import torch.distributed as dist


def start(rank: int) -> None:
    dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo", rank=rank)
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: the value is "gloo"


def compiled(function):
    return torch.compile(
        function,
        backend="inductor" if torch.cuda.is_available() else "eager",
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: the value is "eager"
    )


def join(rank: int) -> None:
    dist.init_process_group("gloo" if not torch.cuda.is_available() else "nccl", rank=rank)
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: the value is "gloo"
