#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(1, 3, 8, 8).to("npu", memory_format=torch.channels_last)
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/channels-last: Only torch.contiguous_format and torch.preserve_format are supported
model = torch.nn.Conv2d(3, 3, 1).to(memory_format=torch.channels_last)
#                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/channels-last: Only torch.contiguous_format and torch.preserve_format are supported
