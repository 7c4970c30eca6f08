#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch.distributed as dist

dist.init_process_group()
