#! {"targets": ["ascend-910b2"]}
#! information portolan/nvidia-backend: The backend for ascend-910b2 stands beside it
import torch

torch.cuda.set_device(0)
torch.cuda.get_device_properties(0)
