#! {"targets": ["ascend-910b2"]}
import torch

torch.cuda.set_device("cuda:0")
