#! {"targets": ["ascend-910b2"], "torch": "2.4"}
import torch

device = torch.accelerator.current_accelerator()
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/accelerator-api: from 2.6 on, and the script runs on PyTorch 2.4
