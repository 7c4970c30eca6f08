#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

with torch.cuda.amp.autocast():
    pass
