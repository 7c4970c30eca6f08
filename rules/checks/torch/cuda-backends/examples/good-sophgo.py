#! {"targets": ["sophgo-sc11-fp300"]}
import torch

torch.use_deterministic_algorithms(True)
if torch.cuda.is_available():
    torch.backends.cudnn.benchmark = True
