#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch.distributed as dist


def step(tensor, parts) -> None:
    dist.reduce_scatter_tensor(tensor, parts)
#        ^^^^^^^^^^^^^^^^^^^^^ error torch/distributed-collective: all_reduce


def groups(device, ranks):
    dist.init_process_group("nccl", device_id=device)
#                                   ^^^^^^^^^^^^^^^^ error torch/distributed-collective: TypeError
    everyone = dist.new_group()
#                   ^^^^^^^^^ error torch/distributed-collective: TypeError
    return everyone, dist.new_group(ranks), dist.new_group(ranks=ranks)
