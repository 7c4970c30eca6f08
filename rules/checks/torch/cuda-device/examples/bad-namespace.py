#! {"targets": ["ascend-910b2"]}
from types import SimpleNamespace

options = SimpleNamespace(device="cuda", seed=1)
#                                ^^^^^^ warning torch/cuda-device: "cuda" names a CUDA device, which ascend-910b2 does not have.
