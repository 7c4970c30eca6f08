#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch


def step(device: torch.device):
    with torch.autocast(device_type=device.type):
#        ^^^^^^^^^^^^^^ warning torch/autocast-device: autocast registers no operators for the TPU: nothing is cast. Cast
        pass
