#! {"targets": ["ascend-910b2"], "rules": {"portolan/nvidia-backend": "off"}}
import torch

torch.cuda.set_device(0)
torch.cuda.get_device_properties(0)
