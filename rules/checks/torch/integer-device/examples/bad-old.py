#! {"targets": ["ascend-910b2"], "torch": "2.1"}
import torch

x = torch.zeros(8).to(0)
#                     ^ warning torch/integer-device: Before PyTorch 2.6 the device 0 may mean CUDA's: on ascend-910b2 it
