#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

x = torch.cuda.DoubleTensor([1.0])
#   ^^^^^^^^^^^^^^^^^^^^^^^ silent torch/cuda-tensor-type: transfer_to_npu turns torch.cuda.DoubleTensor into
y = torch.cuda.FloatTensor([1.0])
