#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

torch.backends.cuda.matmul.allow_tf32 = True
#! information torch/cuda-backends: torch.backends.cuda.matmul.allow_tf32 changes nothing on ascend-910b2
