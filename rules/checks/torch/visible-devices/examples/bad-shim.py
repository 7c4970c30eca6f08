#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import os

os.environ['CUDA_VISIBLE_DEVICES'] = '0'; print("one device")
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on ascend-910b2 reads CUDA_VISIBLE_DEVICES: the process sees
