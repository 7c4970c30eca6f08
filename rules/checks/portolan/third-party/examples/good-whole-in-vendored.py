#! {"targets": ["ascend-910b2"]}
import torch

torch.cuda.set_device(0)
torch.cuda.get_device_properties(0)
