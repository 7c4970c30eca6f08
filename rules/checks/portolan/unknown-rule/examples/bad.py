#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8).cuda()  # portolan: ignore[torch/cuda-cal] the old machine
#                                             ^^^^^^^^^^^^^^ warning portolan/unknown-rule: Did you mean torch/cuda-call?
y = torch.zeros(8)  # portolan: ignore[what-is-this-rule-even] the old machine
#                                      ^^^^^^^^^^^^^^^^^^^^^^ warning portolan/unknown-rule: There is no rule
