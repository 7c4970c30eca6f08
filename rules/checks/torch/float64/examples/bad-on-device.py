#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"], "shim": "transfer_to_npu"}
import torch

x = torch.zeros(8, device="cuda").double()
#                                 ^^^^^^ silent torch/float64 @ascend-910b2: without an error
#                                 ^^^^^^ error torch/float64 @sophgo-sc11-fp300: Unsupported data type
