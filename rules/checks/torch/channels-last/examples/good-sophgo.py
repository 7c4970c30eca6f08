#! {"targets": ["sophgo-sc11-fp300"]}
import torch

x = torch.zeros(1, 3, 8, 8).to("tpu", memory_format=torch.channels_last)
