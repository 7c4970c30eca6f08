#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch.distributed as dist


def step(tensor, parts):
    dist.all_reduce(tensor, op=dist.ReduceOp.SUM)
    dist.all_gather(parts, tensor)
