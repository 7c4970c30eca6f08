#! {"targets": ["ascend-910b2"]}
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
colour = "cuda"
print("cuda", colour)
x = torch.zeros(8, device=device)
if torch.npu.is_available():
    x = x.to("npu")
else:
    x = x.to("cuda")
