#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import torch.distributed as dist

label = "nccl"
backend = "nccl" if torch.cuda.is_available() else "gloo"
dist.init_process_group(backend)
