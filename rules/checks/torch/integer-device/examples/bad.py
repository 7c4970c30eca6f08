#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

x = torch.zeros(8).to(0)
#                     ^ hint torch/integer-device @ascend-910b2: The device 0 is npu:0 on ascend-910b2, once torch_npu is loaded
#                     ^ hint torch/integer-device @sophgo-sc11-fp300: The device 0 is tpu:0 on sophgo-sc11-fp300, once torch_tpu is loaded
y = torch.zeros(8, device=1)
#                         ^ hint torch/integer-device @ascend-910b2: The device 1 is npu:1 on ascend-910b2, once torch_npu is loaded
#                         ^ hint torch/integer-device @sophgo-sc11-fp300: The device 1 is tpu:1 on sophgo-sc11-fp300, once torch_tpu is loaded
device = torch.device(0)
#                     ^ hint torch/integer-device @ascend-910b2: The device 0 is npu:0 on ascend-910b2, once torch_npu is loaded
#                     ^ hint torch/integer-device @sophgo-sc11-fp300: The device 0 is tpu:0 on sophgo-sc11-fp300, once torch_tpu is loaded
