#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8).cuda()  # portolan: ignore[cuda-call]
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information portolan/suppression-without-reason
