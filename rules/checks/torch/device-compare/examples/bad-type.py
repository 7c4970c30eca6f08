#! {"targets": ["ascend-910b2"]}
import torch

device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
name = str(device)
device_type = "cuda" if "cuda" in name else "cpu"  # for autocast
#                       ^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 name is "npu", so the test for "cuda" fails: the
