#! {"targets": ["sophgo-sc11-fp300"]}
import torch

device = torch.device("tpu")
with torch.amp.autocast(device.type, dtype=torch.bfloat16):
    pass
with torch.cuda.amp.autocast(enabled=False), torch.cuda.amp.autocast(False):
    pass
