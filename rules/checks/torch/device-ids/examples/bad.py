#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from torch import nn

model = nn.DataParallel(torch.nn.Linear(8, 8), device_ids=[0, 1])
#       ^^^^^^^^^^^^^^^ error torch/device-ids @ascend-910b2: DataParallel is not supported on ascend-910b2: the vendor's tables of
#       ^^^^^^^^^^^^^^^ information torch/device-ids @sophgo-sc11-fp300: DataParallel spreads a batch by functions of CUDA; no source says
