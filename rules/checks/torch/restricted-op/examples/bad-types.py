#! {"targets": ["ascend-910b2"]}
import torch
import torch.nn.functional as F

counts = torch.arange(64, dtype=torch.int32, device="npu")
decayed = torch.exp(counts)
#         ^^^^^^^^^ error torch/restricted-op @ascend-910b2: lists uint8, int8, int16 or int32
growth = counts.to(torch.int16).fmod(3)
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/restricted-op @ascend-910b2: Convert to int64
labels = torch.zeros(8, 8, dtype=torch.uint8, device="npu")
filled = labels.masked_fill_(labels > 3, 0)
#        ^^^^^^^^^^^^^^^^^^^ error torch/restricted-op @ascend-910b2: aclnnInplaceMaskedFill
edges = torch.zeros(16, dtype=torch.bfloat16, device="npu")
places = torch.searchsorted(edges, edges)
#        ^^^^^^^^^^^^^^^^^^ error torch/restricted-op @ascend-910b2: Convert by .float()
pooled = F.max_pool2d(torch.zeros(1, 4, 8, 8, device="npu"), 3, dilation=2)
#        ^^^^^^^^^^^^ error torch/restricted-op @ascend-910b2: dilation only support 1
