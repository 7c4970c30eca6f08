#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

try:
    x = torch.zeros(1 << 40)
except torch.cuda.OutOfMemoryError:
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api @sophgo-sc11-fp300: torch.cuda.OutOfMemoryError has no counterpart on sophgo-sc11-fp300
    x = None
