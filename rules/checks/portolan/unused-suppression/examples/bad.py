#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8)  # portolan: ignore[cuda-call] moved later
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning portolan/unused-suppression: cuda-call finds nothing
y = x.cuda()  # portolan: ignore[torch/cuda-call, torch/float64] the old machine
#                                                 ^^^^^^^^^^^^^ warning portolan/unused-suppression: torch/float64
# portolan: ignore[cuda-call] nothing follows
#! warning portolan/unused-suppression: cuda-call
z = x + 1  # noqa: E501  # portolan: ignore nothing at all
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning portolan/unused-suppression: No rule
