#! {"targets": ["ascend-910b2"]}
import torch.distributed as dist


class State:
    def start(self):
        if self.backend == "nccl" and self.offloads:
            # Both are needed.
            self.backend = "cuda:nccl,cpu:gloo"
        dist.init_process_group(backend=self.backend)
