#! {"targets": ["ascend-910b2"], "torch": "2.8"}
import torch as th

device = "cuda:0" if th.cuda.is_available() else "cpu"
#                    ^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: the script runs
