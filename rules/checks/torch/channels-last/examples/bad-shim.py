#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

x = torch.zeros(1, 3, 8, 8).contiguous(memory_format=torch.channels_last)
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/channels-last: Migration by transfer_to_npu does not support
y = torch.zeros(1, 3, 8, 8).to(memory_format=torch.channels_last, dtype=torch.float16)
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/channels-last: Migration by transfer_to_npu does not support
