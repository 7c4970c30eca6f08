#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

state = torch.load("model.pt", map_location="cuda")
