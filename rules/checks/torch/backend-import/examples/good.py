#! {"targets": ["ascend-910b2"], "torch": "2.8"}
import torch

x = torch.zeros(8).to("npu:0")
