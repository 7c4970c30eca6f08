#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

x = torch.zeros(8).cuda()
model = torch.nn.Linear(8, 8).cuda()
