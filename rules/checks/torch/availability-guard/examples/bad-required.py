#! {"targets": ["sophgo-sc11-fp300"]}
import torch

assert torch.cuda.is_available(), "a GPU is needed"
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/availability-guard: the assertion fails.
if not torch.cuda.is_available():
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/availability-guard: an exception is raised here.
    raise RuntimeError("no GPU")
torch.cuda.synchronize()
