#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
#! warning portolan/nvidia-backend @ascend-910b2: (nvidia/ beside amd/): 2 findings for ascend-910b2 (2 errors)
#! warning portolan/nvidia-backend @sophgo-sc11-fp300: a backend of its own beside it
import torch


def run(x):
    torch.cuda.set_device(0)
    torch.cuda.get_device_properties(0)
    return x
