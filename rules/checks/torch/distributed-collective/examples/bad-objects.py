#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch.distributed as dist


def gather(result, world_size: int, cpu_group):
    results = [None] * world_size
    dist.all_gather_object(results, result)
#        ^^^^^^^^^^^^^^^^^ error torch/distributed-collective @sophgo-sc11-fp300: int64 tensors
    dist.broadcast_object_list(results, 0, cpu_group)
#        ^^^^^^^^^^^^^^^^^^^^^ warning torch/distributed-collective @sophgo-sc11-fp300: int64 tensors
    return results
