#! {"targets": ["sophgo-sc11-fp300"]}
import torch

with torch.autocast("cuda"):
#                   ^^^^^^ silent torch/autocast-device: autocast is asked for "cuda": on sophgo-sc11-fp300 PyTorch warns
    pass
with torch.autocast("tpu", dtype=torch.float16):
#    ^^^^^^^^^^^^^^ warning torch/autocast-device: autocast registers no operators for the TPU: nothing is cast. Cast
    pass
with torch.autocast("cpu"):
    pass
