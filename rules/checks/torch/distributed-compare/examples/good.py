#! {"targets": ["ascend-910b2"]}
import torch.distributed as dist

if dist.get_backend() in ("nccl", "hccl"):
    print("fast")


def is_on_devices(group) -> bool:
    return (dist.is_nccl_available() or dist.is_hccl_available()) and (
        group.name() == dist.Backend.NCCL or group.name() == dist.Backend.HCCL
    )
