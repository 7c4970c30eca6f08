#! {"targets": ["ascend-910b2"], "torch": "2.13"}
import torch
from torch.cuda import synchronize

synchronize()
#! error torch/cuda-api: torch.cuda.synchronize() raises on ascend-910b2: a PyTorch for it is
torch.cuda.reset_peak_memory_stats()
#! error torch/cuda-api: torch.cuda.reset_peak_memory_stats() raises on ascend-910b2: a
with torch.cuda.device(1):
#    ^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.device() raises on ascend-910b2: a PyTorch for it is built
    pass
