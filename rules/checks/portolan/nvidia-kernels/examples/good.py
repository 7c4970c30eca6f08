#! {"targets": ["ascend-910b2"]}
import torch

try:
    import cutlass
except ImportError:
    cutlass = None


def launch(compiled, x):
    import cuda.tile

    torch.cuda.synchronize()
    compiled(x, torch.cuda.current_stream().cuda_stream)
    return x
