#! {"targets": ["ascend-910b2"]}
import torch
from torch.backends import cudnn

torch.backends.cuda.matmul.allow_tf32 = True
#! information torch/cuda-backends: torch.backends.cuda.matmul.allow_tf32 changes nothing on ascend-910b2
cudnn.allow_tf32 = True
#! information torch/cuda-backends: torch.backends.cudnn.allow_tf32 changes nothing on ascend-910b2
cudnn.benchmark = True
#! information torch/cuda-backends: torch.backends.cudnn.benchmark changes nothing on ascend-910b2
torch.backends.cudnn.deterministic = True
#! warning torch/cuda-backends: torch.backends.cudnn.deterministic changes nothing on ascend-910b2
torch.backends.cuda.enable_flash_sdp(False)
#! information torch/cuda-backends: torch.backends.cuda.enable_flash_sdp changes nothing on ascend-910b2
if torch.version.cuda >= "12.0":
#  ^^^^^^^^^^^^^^^^^^ information torch/cuda-backends: torch.version.cuda is None on ascend-910b2
    pass
assert torch.backends.cuda.flash_sdp_enabled()
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/cuda-backends: torch.backends.cuda.flash_sdp_enabled says nothing about ascend-910b2
