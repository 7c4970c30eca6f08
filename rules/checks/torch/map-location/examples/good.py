#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

state = torch.load("model.pt", map_location="cpu")
if torch.cuda.is_available():
    state = torch.load("model.pt", map_location="cuda")
