#! {"targets": ["ascend-910b2"]}
import ray.util.collective as collective
import torch.distributed as dist


def setup(rank: int, backend: str = "nccl"):
#                                    ^^^^ error torch/distributed-backend @ascend-910b2: on ascend-910b2 the backend of collectives is "hccl"
    options = {"backend": backend, "rank": rank}
    dist.init_process_group(**options)


class Group:
    def __init__(self, ranks: list, backend="nccl"):
#                                            ^^^^ error torch/distributed-backend @ascend-910b2: "nccl" needs CUDA
        self.ranks = ranks
        self.backend = backend

    def make(self):
        return dist.new_group(self.ranks, backend=self.backend)


def start(rank: int, communication="nccl"):
#                                   ^^^^ error torch/distributed-backend @ascend-910b2: "nccl" needs CUDA
    setup(rank, backend=communication)


def join(rank: int, backend="nccl"):
#                            ^^^^ error torch/distributed-backend @ascend-910b2: Ray's own collectives come with "nccl"
    collective.init_collective_group(2, rank, backend, "default")


def describe(backend="nccl"):
    print(f"collectives by {backend}")
