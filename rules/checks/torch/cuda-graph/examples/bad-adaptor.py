#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

graph = torch.cuda.CUDAGraph()
#       ^^^^^^^^^^^^^^^^^^^^ error torch/cuda-graph: torch.cuda.CUDAGraph needs CUDA: on sophgo-sc11-fp300 it raises
with torch.cuda.graph(graph):
    pass
