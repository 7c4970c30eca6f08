#! {"targets": ["ascend-910b2"]}
import torch

x = torch.ones(8)
