#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

x = torch.FloatTensor([1.0])
y = torch.tensor([1.0]).type("torch.FloatTensor")
