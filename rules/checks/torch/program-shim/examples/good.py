#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import torch_npu
from torch_npu.contrib import transfer_to_npu

from model import load

if __name__ == "__main__":
    load(torch.zeros(8))
