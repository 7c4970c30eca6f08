#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

x = torch.zeros(8).to("cpu")
y = torch.sum(x, 0)
z = x.to(torch.float16)
