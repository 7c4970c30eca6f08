#! {"targets": ["ascend-910b2"], "torch": "2.8"}
from torch.utils.data import DataLoader

loader = DataLoader([1, 2], pin_memory=True)
