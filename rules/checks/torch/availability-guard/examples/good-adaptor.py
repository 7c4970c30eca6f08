#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
