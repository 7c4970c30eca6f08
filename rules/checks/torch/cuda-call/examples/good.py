#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

x = torch.zeros(8).to("cpu")
if torch.cuda.is_available():
    x = x.cuda()
elif torch.npu.is_available():
    x = x.npu()
