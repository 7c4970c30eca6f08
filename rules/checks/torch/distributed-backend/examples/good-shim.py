#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch.distributed as dist

dist.init_process_group("nccl")
group = dist.new_group([0, 1], backend="nccl")
