#! {"targets": ["ascend-910b2"]}
import os

os.environ["CUDA_LAUNCH_BLOCKING"] = "1"
os.environ["ASCEND_LAUNCH_BLOCKING"] = "1"
os.environ["OMP_NUM_THREADS"] = "8"
