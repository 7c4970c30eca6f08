#! {"targets": ["ascend-910b2"]}
import argparse
import os

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--device", default="cuda")
#                                       ^^^^^^ warning torch/cuda-device: The default device is "cuda": unless another one is named, the script
name = os.environ.get("DEVICE", "cuda")
#                               ^^^^^^ warning torch/cuda-device: The default device is "cuda": unless another one is named, the script
x = torch.zeros(8, device=name)


def load(path, device="cuda:0"):
#                     ^^^^^^^^ warning torch/cuda-device: The default of device is "cuda:0": unless another one is named, the
    return path, device


def empty(size: int, device: torch.device = torch.device("cuda")) -> torch.Tensor:
#                                                        ^^^^^^ warning torch/cuda-device: The default of device is "cuda": unless another one is named, the
    return torch.empty(size, device=device)
