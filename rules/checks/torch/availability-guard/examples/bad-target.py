#! {"targets": ["ascend-910b2"], "torch": "2.5"}
import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: the script runs
