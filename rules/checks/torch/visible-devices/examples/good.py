#! {"targets": ["ascend-910b2"]}
import os

os.environ["CUDA_VISIBLE_DEVICES"] = "0"
os.environ["ASCEND_RT_VISIBLE_DEVICES"] = "0"
os.environ["OMP_NUM_THREADS"] = "4"
