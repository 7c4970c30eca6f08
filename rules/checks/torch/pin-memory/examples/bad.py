#! {"targets": ["ascend-910b2"]}
from torch.utils.data import DataLoader

loader = DataLoader([1, 2], pin_memory=True, pin_memory_device="cuda")
#                                                              ^^^^^^ error torch/pin-memory: pin_memory_device="cuda" names a device that ascend-910b2 does not
