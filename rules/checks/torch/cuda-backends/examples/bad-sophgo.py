#! {"targets": ["sophgo-sc11-fp300"]}
import torch

torch.backends.cudnn.benchmark = False
#! information torch/cuda-backends: torch.backends.cudnn.benchmark changes nothing on sophgo-sc11-fp300
torch.backends.cuda.matmul.allow_tf32 = True
#! information torch/cuda-backends: torch.backends.cuda.matmul.allow_tf32 changes nothing on
print(torch.backends.cudnn.version())
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/cuda-backends: torch.backends.cudnn.version is None on sophgo-sc11-fp300
