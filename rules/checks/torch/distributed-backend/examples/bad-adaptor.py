#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch
import torch.distributed as dist

dist.init_process_group("nccl")
group = dist.new_group([0, 1], backend="nccl")
#                                       ^^^^ error torch/distributed-backend: "sccl"
