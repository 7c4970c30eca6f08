import os

os.environ["ENABLE_TORCH_ADAPTOR"] = "1"
import torch_tpu.accelerator
from model import load

load(1)
