#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

model = torch.nn.DataParallel(torch.nn.Linear(8, 8))
#       ^^^^^^^^^^^^^^^^^^^^^ error torch/device-ids: DataParallel is not supported on ascend-910b2: the vendor's tables of
