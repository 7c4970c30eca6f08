#! {"targets": ["sophgo-sc11-fp300"]}
import torch
from torch.utils.data import DataLoader

loader = DataLoader([1, 2], pin_memory=True)
#                           ^^^^^^^^^^^^^^^ error torch/pin-memory: torch_tpu has no pinned memory: the first batch of the loader raises
x = torch.zeros(8).pin_memory()
#                  ^^^^^^^^^^ error torch/pin-memory: torch_tpu has no pinned memory: the call raises on sophgo-sc11-fp300
y = torch.empty(8, pin_memory=True)
#                  ^^^^^^^^^^^^^^^ error torch/pin-memory: torch_tpu has no pinned memory: the call raises on sophgo-sc11-fp300
