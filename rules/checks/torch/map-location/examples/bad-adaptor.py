#! {"targets": ["sophgo-sc11-fp300"], "shim": "torch_tpu adaptor"}
import torch

state = torch.load("model.pt", map_location='cuda:0')
#                                           ^^^^^^^^ error torch/map-location: map_location='cuda:0' puts the checkpoint onto CUDA: on
