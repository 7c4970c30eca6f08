#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

if torch.cuda.is_available():
    print(torch.cuda.get_device_capability())
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api: Under transfer_to_npu it returns None unless
