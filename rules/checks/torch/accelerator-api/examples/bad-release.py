#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"], "torch": "2.8"}
import torch

torch.accelerator.synchronize()
torch.accelerator.memory.empty_cache()
#! error torch/accelerator-api @ascend-910b2: from 2.9 on, and the script runs on PyTorch 2.8
#! error torch/accelerator-api @sophgo-sc11-fp300: AttributeError, on every device
if torch.accelerator.is_available():
    free, total = torch.accelerator.memory.get_memory_info()
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/accelerator-api @ascend-910b2: from 2.10 on
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/accelerator-api @sophgo-sc11-fp300: from 2.10 on
