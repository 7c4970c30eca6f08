#! {"targets": ["ascend-910b2"]}
import torch.distributed as dist


def start(backend, group):
    if dist.get_backend() == "nccl":
#                            ^^^^^^ warning torch/distributed-compare @ascend-910b2: "hccl"
        print("fast")
    if backend not in ("nccl", "gloo"):
#                      ^^^^^^ warning torch/distributed-compare @ascend-910b2
        raise ValueError(backend)
    if dist.is_nccl_available():
#           ^^^^^^^^^^^^^^^^^ warning torch/distributed-compare @ascend-910b2: is false
        print("NCCL")
