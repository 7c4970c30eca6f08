#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

x = torch.cuda.LongTensor([1])
#   ^^^^^^^^^^^^^^^^^^^^^ silent torch/cuda-tensor-type: torch_tpu adaptor: With the torch adaptor, LongTensor makes int32
y = torch.cuda.FloatTensor([1.0])
