#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(1, 3, 8, 8).to("npu", memory_format=torch.preserve_format)
y = x.contiguous(memory_format=torch.channels_last)
