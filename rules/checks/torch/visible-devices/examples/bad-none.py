#! {"targets": ["ascend-910b2"]}
import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on ascend-910b2 reads CUDA_VISIBLE_DEVICES
