#! {"targets": ["sophgo-sc11-fp300"]}
import torch

graph = torch.cuda.CUDAGraph()
#       ^^^^^^^^^^^^^^^^^^^^ error torch/cuda-graph: torch.cuda.CUDAGraph needs CUDA: on sophgo-sc11-fp300 it raises
with torch.cuda.graph(graph):
#    ^^^^^^^^^^^^^^^^ error torch/cuda-graph: torch.cuda.graph needs CUDA: on sophgo-sc11-fp300 it raises
    pass
model = torch.cuda.make_graphed_callables(torch.nn.Linear(8, 8), (torch.zeros(8),))
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-graph: torch.cuda.make_graphed_callables needs CUDA: on sophgo-sc11-fp300 it
