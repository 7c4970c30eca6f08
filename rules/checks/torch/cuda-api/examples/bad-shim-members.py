#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

properties = torch.cuda.get_device_properties(0)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api: Under transfer_to_npu it describes the NPU: major, minor and
print(torch.cuda.get_device_properties(0).name)
print(torch.cuda.get_device_properties(0).multi_processor_count)
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-api: Under transfer_to_npu it describes the NPU: major, minor and
