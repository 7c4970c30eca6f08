#! {"targets": ["ascend-910b2"]}
import torch
import torch.distributed as dist

total = torch.zeros(2, dtype=torch.float64)
dist.all_reduce(total)
#               ^^^^^ error torch/distributed-collective: all_reduce of a float64 tensor fails with "hccl" on ascend-910b2
