#! {"targets": ["ascend-910b2"]}
import torch.distributed as dist

if dist.get_backend() in ("nccl", "hccl"):
    print("fast")
