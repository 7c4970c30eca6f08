#! {"targets": ["ascend-910b2"], "torch": "2.8"}
import torch
from torch import nn

encoder = nn.GRU(64, 64, num_layers=2, dropout=0.1)
