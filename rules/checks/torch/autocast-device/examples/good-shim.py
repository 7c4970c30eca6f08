#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

with torch.autocast("cuda"):
    pass
