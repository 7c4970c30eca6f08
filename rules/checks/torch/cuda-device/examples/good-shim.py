#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

device = torch.device("cuda:0")
x = torch.zeros(8, device="cuda")
y = x.to("cuda")
layer = torch.nn.Linear(8, 8, device="cuda")
