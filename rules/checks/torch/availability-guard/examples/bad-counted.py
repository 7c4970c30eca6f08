#! {"targets": ["ascend-910b2"]}
import torch

several = torch.cuda.device_count() > 1 and torch.cuda.is_available()
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: False on ascend-910b2
