#! {"targets": ["ascend-910b2"]}
import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
with torch.autocast("cuda"):
#                   ^^^^^^ silent torch/autocast-device: autocast is asked for "cuda": on ascend-910b2 PyTorch warns once
    pass
