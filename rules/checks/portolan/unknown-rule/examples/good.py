#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8).cuda()  # portolan: ignore[torch/cuda-call] the old machine
y = x.cuda()  # portolan: ignore[cuda-call] the old machine
