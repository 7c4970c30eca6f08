#! {"targets": ["ascend-910b2"]}
import torch

x = torch.zeros(8, device="npu")
wide = x.to(torch.float64), x.to(dtype=torch.double), x.type(torch.float64)
#           ^^^^^^^^^^^^^ silent torch/float64 @ascend-910b2: makes float32
#                                      ^^^^^^^^^^^^ silent torch/float64 @ascend-910b2: makes float32
#                                                            ^^^^^^^^^^^^^ silent torch/float64 @ascend-910b2: makes float32
moved = x.to("npu", torch.float64), x.to(device=x.device, dtype=torch.float64)
#                   ^^^^^^^^^^^^^ warning torch/float64 @ascend-910b2: no double-precision kernel
#                                                               ^^^^^^^^^^^^^ warning torch/float64 @ascend-910b2: no double-precision kernel
