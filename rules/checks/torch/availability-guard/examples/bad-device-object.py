#! {"targets": ["ascend-910b2"], "torch": "2.8"}
import torch

device = torch.device("cuda") if torch.cuda.is_available() else torch.device("cpu")
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: the script runs
other = torch.device('cuda:1') if torch.cuda.is_available() else torch.device("cpu")
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: the script runs
