#! {"targets": ["sophgo-sc11-fp300"]}
import os

os.environ["TORCH_CUDA_ARCH_LIST"] = "8.0;9.0"
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/environment-variable: TORCH_CUDA_ARCH_LIST has no effect on sophgo-sc11-fp300; its
