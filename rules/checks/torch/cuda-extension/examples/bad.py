#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import ctypes

import torch
from torch.utils.cpp_extension import load, load_inline

kernels = load(name="kernels", sources=["bind.cpp", "kernels.cu"])
#         ^^^^ error torch/cuda-extension @ascend-910b2: NpuExtension
#         ^^^^ error torch/cuda-extension @sophgo-sc11-fp300: PPL
inline = load_inline("inline", cpp_sources="", cuda_sources="", functions=["f"])
#        ^^^^^^^^^^^ error torch/cuda-extension @ascend-910b2
#        ^^^^^^^^^^^ error torch/cuda-extension @sophgo-sc11-fp300
runtime = ctypes.CDLL("libcudart.so")
#                     ^^^^^^^^^^^^^^ error torch/cuda-extension @ascend-910b2
#                     ^^^^^^^^^^^^^^ error torch/cuda-extension @sophgo-sc11-fp300
try:
    optional = ctypes.CDLL("libnvrtc.so")
#                          ^^^^^^^^^^^^^ warning torch/cuda-extension @ascend-910b2
#                          ^^^^^^^^^^^^^ warning torch/cuda-extension @sophgo-sc11-fp300
except OSError:
    optional = None
