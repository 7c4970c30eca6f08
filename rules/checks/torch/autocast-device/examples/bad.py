#! {"targets": ["ascend-910b2"]}
import torch

with torch.autocast("cuda", dtype=torch.bfloat16):
#                   ^^^^^^ silent torch/autocast-device: autocast is asked for "cuda": on ascend-910b2 PyTorch warns once
    pass
with torch.amp.autocast(device_type='cuda'):
#                                   ^^^^^^ silent torch/autocast-device: amp.autocast is asked for "cuda": on ascend-910b2 PyTorch warns once
    pass
scaler = torch.amp.GradScaler("cuda")
#                             ^^^^^^ warning torch/autocast-device: amp.GradScaler is asked for "cuda": on ascend-910b2 PyTorch warns
