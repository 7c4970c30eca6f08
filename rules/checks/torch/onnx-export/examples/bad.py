#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8)
#   ^^^^^^^^^^^ warning torch/onnx-export @ascend-910b2
