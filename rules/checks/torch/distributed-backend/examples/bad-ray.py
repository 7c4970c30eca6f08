#! {"targets": ["ascend-910b2"]}
import ray.util.collective as collective
from ray.train.torch import TorchConfig
from ray.util.collective.types import Backend


class Actor:
    def join(self, world_size: int, rank: int) -> None:
        collective.init_collective_group(world_size, rank, "nccl", "weights")
#                                                           ^^^^ error torch/distributed-backend: "hccl" is refused
        collective.init_collective_group(world_size, rank, backend=Backend.NCCL, group_name="cache")
#                                                                          ^^^^ error torch/distributed-backend: Ray's own
        collective.init_collective_group(world_size, rank, group_name="logits")
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/distributed-backend: needs CUDA and CuPy
        collective.init_collective_group(world_size, rank, "gloo", "steps")
        collective.init_collective_group(*self.places)


config = TorchConfig("nccl", timeout_s=600)
#                     ^^^^ error torch/distributed-backend: the backend of collectives is "hccl"
