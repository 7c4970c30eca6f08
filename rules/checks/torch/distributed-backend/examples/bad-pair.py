#! {"targets": ["ascend-910b2"]}
from torch.distributed import init_process_group

init_process_group("cpu:gloo,cuda:nccl")
#                                 ^^^^ error torch/distributed-backend
