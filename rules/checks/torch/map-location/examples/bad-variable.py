#! {"targets": ["sophgo-sc11-fp300"]}
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
state = torch.load("model.pt", map_location="cuda")
#                                           ^^^^^^ error torch/map-location: map_location="cuda" puts the checkpoint onto CUDA: on
