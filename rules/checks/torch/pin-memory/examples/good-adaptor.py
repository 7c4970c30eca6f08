#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch
from torch.utils.data import DataLoader

loader = DataLoader([1, 2], pin_memory=True)
x = torch.zeros(8).pin_memory()
