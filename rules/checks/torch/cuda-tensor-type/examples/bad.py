#! {"targets": ["ascend-910b2"]}
import torch

x = torch.cuda.FloatTensor([1.0, 2.0])
#   ^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-tensor-type: torch.cuda.FloatTensor is a type of CUDA's tensors: on ascend-910b2
torch.set_default_tensor_type("torch.cuda.HalfTensor")
#                             ^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-tensor-type: torch.cuda.HalfTensor is a type of CUDA's tensors: on ascend-910b2


def convert(x: torch.Tensor, device: torch.device) -> torch.Tensor:
    if isinstance(x, torch.cuda.LongTensor):
#                    ^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-tensor-type: torch.cuda.LongTensor is a type of CUDA's tensors: no tensor on
        return x
    return x.type(torch.cuda.FloatTensor)
#                 ^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-tensor-type: torch.cuda.FloatTensor is a type of CUDA's tensors: on ascend-910b2
