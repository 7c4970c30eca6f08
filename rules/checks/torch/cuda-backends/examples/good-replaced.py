#! {"targets": ["ascend-910b2"]}
import torch

torch.version.cuda = "12.1"
torch.backends.cuda.is_built = lambda: True
