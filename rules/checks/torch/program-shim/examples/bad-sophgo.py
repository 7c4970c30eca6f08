#! {"targets": ["sophgo-sc11-fp300"]}
import torch
#!  information torch/program-shim: torch_tpu adaptor
from model import load

if __name__ == "__main__":
    load(torch.zeros(8))
