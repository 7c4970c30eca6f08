#! {"targets": ["sophgo-sc11-fp300"]}
import torch
import torch.distributed as dist

dist.init_process_group("nccl", init_method="env://")
#                        ^^^^ error torch/distributed-backend: ProcessGroupSCCLOptions
