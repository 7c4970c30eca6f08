#! {"targets": ["sophgo-sc11-fp300"]}
import os

os.environ['CUDA_VISIBLE_DEVICES'] = '0'
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on sophgo-sc11-fp300 reads CUDA_VISIBLE_DEVICES: the process
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "1")
#                     ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on sophgo-sc11-fp300 reads CUDA_VISIBLE_DEVICES: the process
