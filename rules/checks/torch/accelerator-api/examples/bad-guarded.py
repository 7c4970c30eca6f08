#! {"targets": ["ascend-910b2"], "torch": "2.4"}
import torch

try:
    torch.accelerator.synchronize()
#! warning torch/accelerator-api: from 2.6 on
except ImportError:
    pass
