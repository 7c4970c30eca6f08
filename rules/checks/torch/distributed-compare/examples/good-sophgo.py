#! {"targets": ["sophgo-sc11-fp300"]}
import torch.distributed as dist

if dist.get_backend() in ("nccl", "sccl"):
    print("fast")
