#! {"targets": ["sophgo-sc11-fp300"]}
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
with torch.cuda.amp.autocast(dtype=torch.float16):
#    ^^^^^^^^^^^^^^^^^^^^^^^ silent torch/cuda-amp: torch.cuda.amp.autocast switches itself off on sophgo-sc11-fp300
    pass
