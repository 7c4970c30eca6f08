#! {"targets": ["ascend-910b2"], "torch": "2.1"}
import torch

torch.cuda.synchronize()
#! error torch/cuda-api: torch.cuda.synchronize() raises on ascend-910b2: a PyTorch for it is
