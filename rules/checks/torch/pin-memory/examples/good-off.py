#! {"targets": ["sophgo-sc11-fp300"]}
from torch.utils.data import DataLoader

loader = DataLoader([1, 2], pin_memory=False)
