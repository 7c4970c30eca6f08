#! {"targets": ["ascend-910b2"]}
import os
import subprocess

child_env = os.environ.copy()
child_env["CUDA_VISIBLE_DEVICES"] = "0"
#         ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on ascend-910b2 reads CUDA_VISIBLE_DEVICES
subprocess.run(["python", "train.py"], env={**os.environ, "CUDA_VISIBLE_DEVICES": "1"})
#                                                         ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: ASCEND_RT_VISIBLE_DEVICES
os.environ.update({"CUDA_VISIBLE_DEVICES": "2"})
#                  ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on ascend-910b2 reads
keys = {"gpu": "CUDA_VISIBLE_DEVICES"}
settings = {}
settings["CUDA_VISIBLE_DEVICES"] = "3"
assert child_env == {"CUDA_VISIBLE_DEVICES": "0"}
