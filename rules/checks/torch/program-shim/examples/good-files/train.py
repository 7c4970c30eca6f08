import torch_npu
from torch_npu.contrib import transfer_to_npu
from model import load

load(1)
