#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import torch.distributed as dist
from torch.distributed.fsdp import FullyShardedDataParallel as FSDP


def step(model, tensor, parts, sizes):
    dist.reduce_scatter_tensor(tensor, parts)
#        ^^^^^^^^^^^^^^^^^^^^^ error torch/distributed-collective @sophgo-sc11-fp300: all_reduce
    dist.all_reduce(tensor, op=dist.ReduceOp.AVG)
#                                            ^^^ error torch/distributed-collective @sophgo-sc11-fp300: divide by the world size
    dist.all_to_all_single(tensor, parts, sizes, sizes)
#                                         ^^^^^ silent torch/distributed-collective @sophgo-sc11-fp300: ignores
    dist.gather(tensor, parts, group=None)
#        ^^^^^^ warning torch/distributed-collective @ascend-910b2: all_gather
    flags = torch.zeros(8, dtype=torch.float64)
    dist.all_reduce(flags)
#                   ^^^^^ error torch/distributed-collective @ascend-910b2: only on the 950
#                   ^^^^^ error torch/distributed-collective @sophgo-sc11-fp300: Invalid scalar type
    dist.all_reduce(tensor, dist.ReduceOp.BOR)
#                                         ^^^ error torch/distributed-collective @ascend-910b2: MAX
#                                         ^^^ error torch/distributed-collective @sophgo-sc11-fp300
    return FSDP(model)
#          ^^^^ error torch/distributed-collective @sophgo-sc11-fp300: DistributedDataParallel
