#! {"targets": ["sophgo-sc11-fp300"]}
import torch
import torch_tpu

x = torch.zeros(8, device="tpu")
y = x.to("cuda") if torch.cuda.is_available() else x
colour = "cuda"
