#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import subprocess

import torch

if torch.cuda.is_available():
    subprocess.run(["nvidia-smi"])
