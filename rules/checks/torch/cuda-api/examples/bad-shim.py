#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

torch.cuda.synchronize()
if torch.cuda.get_device_capability()[0] >= 8:
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api: Under transfer_to_npu it returns None unless
    print(torch.cuda.get_device_properties(0).major)
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: Under transfer_to_npu it describes the NPU: major, minor and
torch.cuda.nvtx.range_push("step")
#! error torch/cuda-api: transfer_to_npu has nothing for torch.cuda.nvtx.range_push on
print(torch.cuda.memory_usage())
#     ^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: transfer_to_npu has nothing for torch.cuda.memory_usage on
torch.cuda.empty_cache()
