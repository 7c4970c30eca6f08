#! {"targets": ["sophgo-sc11-fp300"]}
import torch.distributed as dist


def step(tensor, parts, group):
    dist.reduce_scatter(tensor, parts, group=group)
#        ^^^^^^^^^^^^^^ warning torch/distributed-collective
    dist.send(tensor, 1)
#        ^^^^ information torch/distributed-collective: not certain
