#! {"targets": ["ascend-910b2"], "torch": "2.12", "shim": "torch.accelerator"}
import torch

capability = torch.accelerator.get_device_capability()
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/accelerator-api: marks it as not supported
