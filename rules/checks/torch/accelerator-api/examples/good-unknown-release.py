#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

torch.accelerator.memory.empty_cache()
