#! {"targets": ["ascend-910b2"]}
import torch


class Runner:
    def __init__(self, device: str, rank: int) -> None:
        if device != f"cuda:{rank}":
#          ^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: an exception is raised here
            raise ValueError("each rank has a device of its own")

    def is_mine(self, device: str, rank: int) -> bool:
        return "cuda:" + str(rank) == device or device in ("cuda:%d" % rank, "cuda")
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: "npu"
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: "npu"

    def is_kernel(self, name: str, architecture: int) -> bool:
        return name == f"cuda:{architecture}:32" or name == f"{self.prefix}cuda:{architecture}"
