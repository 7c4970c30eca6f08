#! {"targets": ["ascend-910b2"]}
import atexit
import torch

print(torch.cuda.memory_usage())
#     ^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: torch.cuda.memory_usage() raises on ascend-910b2: a PyTorch for it is
torch.cuda._sleep(100)
#! warning torch/cuda-api: torch.cuda._sleep() has no counterpart on ascend-910b2
atexit.register(torch.cuda.synchronize)
#               ^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api: torch.cuda.synchronize raises on ascend-910b2: a PyTorch for it is
torch.cuda.profiler.start()
#! error torch/cuda-api: No source names a counterpart in torch.npu
torch.cuda.tunable.enable()
#! information torch/cuda-api: torch.cuda.tunable.enable is of CUDA; whether ascend-910b2 has a
