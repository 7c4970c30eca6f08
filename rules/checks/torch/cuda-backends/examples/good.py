#! {"targets": ["ascend-910b2"]}
import torch

torch.backends.mkldnn.enabled = True
torch.use_deterministic_algorithms(True)
if torch.cuda.is_available():
    torch.backends.cudnn.benchmark = True
