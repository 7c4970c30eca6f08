#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

torch.cuda.synchronize()
print(torch.cuda.get_device_properties(0).major)
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api: The adaptor sets major to 8, as on an NVIDIA A100: code that asks for
torch.cuda.nvtx.range_push("step")
#! error torch/cuda-api: torch_tpu adaptor has nothing for torch.cuda.nvtx.range_push on
torch.cuda.empty_cache()
