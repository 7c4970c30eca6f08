#! {"targets": ["sophgo-sc11-fp300"]}
import torch

x = torch.zeros(8, device="tpu")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/backend-import: Nothing here imports torch_tpu: without it PyTorch knows neither
