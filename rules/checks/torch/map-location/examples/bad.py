#! {"targets": ["ascend-910b2"]}
import torch

state = torch.load("model.pt", map_location="cuda")
#                                           ^^^^^^ error torch/map-location: map_location="cuda" puts the checkpoint onto CUDA: on ascend-910b2


def load(path: str, rank: int):
    return torch.load(path, map_location=f"cuda:{rank}")
#                                        ^^^^^^^^^^^^^^ error torch/map-location: map_location=f"cuda:{rank}" puts the checkpoint onto CUDA: on
