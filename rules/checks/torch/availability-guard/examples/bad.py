#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard @ascend-910b2: torch.cuda.is_available() is False on ascend-910b2: the script runs
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard @sophgo-sc11-fp300: torch.cuda.is_available() is False on sophgo-sc11-fp300: the script
if torch.cuda.is_available():
#  ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard @ascend-910b2: torch.cuda.is_available() is False on ascend-910b2: 2 CUDA calls and
#  ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard @sophgo-sc11-fp300: torch.cuda.is_available() is False on sophgo-sc11-fp300: 2 CUDA calls
    torch.cuda.manual_seed_all(0)
    x = torch.zeros(8, device="cuda").cuda()
use_cuda = torch.cuda.is_available()
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard @ascend-910b2: torch.cuda.is_available() is False on ascend-910b2
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard @sophgo-sc11-fp300: torch.cuda.is_available() is False on sophgo-sc11-fp300
