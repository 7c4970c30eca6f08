#! {"targets": ["ascend-910b2"]}
# portolan: ignore-file[torch/cuda-call] runs on the old machine only
import torch

x = torch.zeros(8).cuda()
# portolan: ignore[cuda-call] the line below
y = x.cuda()
z = torch.add(
    x,
    y.cuda(),
)  # portolan: ignore[cuda-call] behind the statement
