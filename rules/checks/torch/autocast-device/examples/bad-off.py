#! {"targets": ["ascend-910b2"]}
import torch

with torch.autocast("cuda", enabled=False):
#                   ^^^^^^ silent torch/autocast-device: This switches autocast off for "cuda" only: on ascend-910b2 an
    pass
