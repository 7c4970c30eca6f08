#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"], "shim": "torch.accelerator"}
import torch

x = torch.zeros(8, device=0)
