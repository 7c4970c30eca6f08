#! {"targets": ["sophgo-sc11-fp300"]}
import os

os.environ["TORCH_CUDA_ARCH_LIST"] = "8.0;9.0"
#          ^^^^^^^^^^^^^^^^^^^^^^ information torch/environment-variable: found by itself
