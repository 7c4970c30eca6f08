#! {"targets": ["ascend-910b2"], "torch": "2.6"}
from torch.nn import functional as F


def sample(x, grid):
    return F.grid_sample(x, grid)
#          ^^^^^^^^^^^^^ warning torch/unsupported-op @ascend-910b2: for PyTorch 2.6.0
