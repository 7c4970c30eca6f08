#! {"targets": ["ascend-910b2"]}
import torch

if torch.backends.cudnn.is_available():
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/cuda-backends: is False on ascend-910b2
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
