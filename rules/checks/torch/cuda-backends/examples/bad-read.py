#! {"targets": ["ascend-910b2"]}
import torch

if torch.backends.cudnn.enabled:
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/cuda-backends: torch.backends.cudnn.enabled says nothing about ascend-910b2
    print("cuDNN")
