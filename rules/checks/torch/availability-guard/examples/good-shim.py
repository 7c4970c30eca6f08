#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
