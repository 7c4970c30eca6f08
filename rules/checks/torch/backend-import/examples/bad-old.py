#! {"targets": ["ascend-910b2"], "torch": "2.1"}
import torch

x = torch.zeros(8).npu()
#   ^^^^^^^^^^^^^^^^^^^^ warning torch/backend-import: Nothing here imports torch_npu: without it PyTorch knows neither
