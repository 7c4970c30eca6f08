#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = torch.nn.Linear(8, 8).cuda()
#                             ^^^^ error torch/cuda-call @ascend-910b2: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
#                             ^^^^ error torch/cuda-call @sophgo-sc11-fp300: .cuda() asks for a CUDA device: on sophgo-sc11-fp300 it raises "Torch
x = torch.zeros(8).cuda(non_blocking=True)  # the batch
#                  ^^^^ error torch/cuda-call @ascend-910b2: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
#                  ^^^^ error torch/cuda-call @sophgo-sc11-fp300: .cuda() asks for a CUDA device: on sophgo-sc11-fp300 it raises "Torch
y = torch.zeros(8).cuda(device)
#                  ^^^^ error torch/cuda-call @ascend-910b2: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
#                  ^^^^ error torch/cuda-call @sophgo-sc11-fp300: .cuda() asks for a CUDA device: on sophgo-sc11-fp300 it raises "Torch


def move(t: torch.Tensor, device: torch.device) -> torch.Tensor:
    return t.cuda(
#            ^^^^ error torch/cuda-call @ascend-910b2: .cuda() asks for a CUDA device: on ascend-910b2 it raises "Torch not
#            ^^^^ error torch/cuda-call @sophgo-sc11-fp300: .cuda() asks for a CUDA device: on sophgo-sc11-fp300 it raises "Torch
        non_blocking=True,
    )
