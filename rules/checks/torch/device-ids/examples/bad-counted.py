#! {"targets": ["ascend-910b2"]}
import torch
from torch import nn

model = nn.Linear(8, 8)
if torch.cuda.device_count() > 1:
    model = nn.DataParallel(model)
#           ^^^^^^^^^^^^^^^ warning torch/device-ids: DataParallel is not supported on ascend-910b2
