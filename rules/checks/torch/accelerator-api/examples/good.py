#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"], "torch": "2.9"}
import torch

torch.accelerator.synchronize()
torch.accelerator.memory.empty_cache()
