#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8)
#   ^^^^^^^^^^^ warning torch/fused-optimizer @ascend-910b2
