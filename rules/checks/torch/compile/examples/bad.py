#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


@torch.compile
#^^^^^^^^^^^^^ information torch/compile @ascend-910b2: needs Triton-Ascend
#^^^^^^^^^^^^^ error torch/compile @sophgo-sc11-fp300: goes through
def scale(x):
    return x * 2


model = torch.compile(torch.nn.Linear(8, 8), dynamic=False)
#       ^^^^^^^^^^^^^ information torch/compile @ascend-910b2: npugraph_ex
#       ^^^^^^^^^^^^^ error torch/compile @sophgo-sc11-fp300: TPUGraph
