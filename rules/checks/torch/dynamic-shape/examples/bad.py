#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def route(indices: torch.Tensor, lengths: torch.Tensor, experts: int):
    for expert in range(experts):
        rows, columns = torch.where(indices == expert)
#                       ^^^^^^^^^^^ information torch/dynamic-shape @ascend-910b2: depends on the data
#                       ^^^^^^^^^^^ information torch/dynamic-shape @sophgo-sc11-fp300: on the CPU
        space = torch.zeros(lengths.max().item(), device=indices.device)
#                           ^^^^^^^^^^^^^^^^^^^^ information torch/dynamic-shape @ascend-910b2: Use the largest size
#                           ^^^^^^^^^^^^^^^^^^^^ information torch/dynamic-shape @sophgo-sc11-fp300
    return rows, columns, space
