#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch

graph = torch.cuda.CUDAGraph()
#       ^^^^^^^^^^^^^^^^^^^^ information torch/cuda-graph: Under transfer_to_npu this is torch.npu.NPUGraph. Graph capture on
with torch.cuda.graph(graph):
#    ^^^^^^^^^^^^^^^^ information torch/cuda-graph: Under transfer_to_npu this is torch.npu.graph. Graph capture on
    pass
