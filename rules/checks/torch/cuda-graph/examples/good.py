#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

if torch.cuda.is_available():
    graph = torch.cuda.CUDAGraph()


def replay(graph: torch.cuda.CUDAGraph) -> None:
    graph.replay()
