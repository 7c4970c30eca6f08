#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch.distributed as dist


def choose(backend):
    if dist.get_backend() == dist.Backend.NCCL:
#                            ^^^^^^^^^^^^^^^^^ warning torch/distributed-compare: "hccl"
        return -1
    if "nccl" != backend:
#      ^^^^^^ warning torch/distributed-compare
        return 0
    if 'nccl' in dist.get_backend():
#      ^^^^^^ warning torch/distributed-compare
        return 1
    if backend.startswith("nccl"):
#                         ^^^^^^ warning torch/distributed-compare
        return 2
    match backend:
        case "nccl":
#            ^^^^^^ warning torch/distributed-compare
            return 3
    return 4
