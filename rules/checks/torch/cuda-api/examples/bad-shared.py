#! {"targets": ["ascend-910b2"]}
import torch


def wait(device: torch.device):
    if device.type in ("cuda", "npu"):
        if device.type == "cuda":
            torch.cuda.synchronize()
        print(torch.cuda.get_device_properties(0))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api @ascend-910b2: raises on ascend-910b2
    if torch.accelerator.is_available():
        print(torch.cuda.get_device_properties(0))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api @ascend-910b2: raises on ascend-910b2
    if device.type == "npu":
        print(torch.npu.get_device_properties(0))
