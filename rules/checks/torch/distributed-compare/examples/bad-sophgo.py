#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch.distributed as dist

if dist.get_backend() == "nccl":
#                        ^^^^^^ warning torch/distributed-compare: "sccl"
    print("fast")
