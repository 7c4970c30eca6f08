#! {"targets": ["ascend-910b2"]}
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--device", default="cuda")
#                                       ^^^^^^ warning torch/cuda-device: The default of the option is cuda: unless another device is named


def load(path, device="cuda:0"):
#                     ^^^^^^^^ warning torch/cuda-device: The default of device is cuda:0: unless another device is named, the
    return path, device
