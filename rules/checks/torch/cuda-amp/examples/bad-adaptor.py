#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

with torch.cuda.amp.autocast():
#    ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-amp: torch_tpu adaptor maps torch.cuda.amp.autocast. autocast registers no
    pass
scaler = torch.cuda.amp.GradScaler()
