#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch.distributed as dist


def step(tensor, parts) -> None:
    dist.reduce_scatter_tensor(tensor, parts)
#        ^^^^^^^^^^^^^^^^^^^^^ error torch/distributed-collective: all_reduce
