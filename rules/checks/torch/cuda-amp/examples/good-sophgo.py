#! {"targets": ["sophgo-sc11-fp300"]}
import torch

device = torch.device("tpu")
with torch.amp.autocast(device.type, dtype=torch.bfloat16):
    pass
