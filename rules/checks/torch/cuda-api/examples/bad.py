#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

torch.cuda.synchronize()
#! error torch/cuda-api @ascend-910b2: torch.cuda.synchronize() raises on ascend-910b2: a PyTorch for it is
#! error torch/cuda-api @sophgo-sc11-fp300: torch.cuda.synchronize() raises on sophgo-sc11-fp300: a PyTorch for
torch.cuda.set_device(0)
#! error torch/cuda-api @ascend-910b2: torch.cuda.set_device() raises on ascend-910b2: a PyTorch for it is
#! error torch/cuda-api @sophgo-sc11-fp300: torch.cuda.set_device() raises on sophgo-sc11-fp300: a PyTorch for it
torch.cuda.empty_cache()
#! information torch/cuda-api @ascend-910b2: torch.cuda.empty_cache() does nothing on ascend-910b2: a PyTorch for
#! information torch/cuda-api @sophgo-sc11-fp300: torch.cuda.empty_cache() does nothing on sophgo-sc11-fp300: a PyTorch
torch.cuda.manual_seed_all(0)
#! information torch/cuda-api @ascend-910b2: torch.cuda.manual_seed_all() does nothing on ascend-910b2: a PyTorch
#! information torch/cuda-api @sophgo-sc11-fp300: torch.cuda.manual_seed_all() does nothing on sophgo-sc11-fp300: a
count = torch.cuda.device_count()
#       ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api @ascend-910b2: torch.cuda.device_count() answers 0 on ascend-910b2, whatever
#       ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-api @sophgo-sc11-fp300: torch.cuda.device_count() answers 0 on sophgo-sc11-fp300, whatever
