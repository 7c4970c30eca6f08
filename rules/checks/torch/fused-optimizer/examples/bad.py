#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def make(model: torch.nn.Module, parameters):
    adamw = torch.optim.AdamW(model.parameters(), lr=1e-4, fused=True)
#                                                          ^^^^^^^^^^ information torch/fused-optimizer @ascend-910b2: grad_scale
    adam = torch.optim.Adam(parameters, fused=True, lr=1e-4)
#                                       ^^^^^^^^^^ warning torch/fused-optimizer @ascend-910b2: computed on the CPU
    sgd = torch.optim.SGD(parameters, lr=0.1, fused=True)
#                                             ^^^^^^^^^^ warning torch/fused-optimizer @sophgo-sc11-fp300: _fused_sgd_ has no kernel
    return adamw, adam, sgd
