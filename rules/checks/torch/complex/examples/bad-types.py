#! {"targets": ["ascend-910b2"]}
import torch

spectrum = torch.zeros(8, dtype=torch.cdouble, device="npu")
#                               ^^^^^^^^^^^^^ warning torch/complex @ascend-910b2: AI CPU
half = torch.zeros(8, dtype=torch.complex32, device="npu")
#                           ^^^^^^^^^^^^^^^ error torch/complex @ascend-910b2: complex32 is not supported
