#! {"targets": ["ascend-910b2"]}
import argparse

devices = ["cpu", "cuda", "npu"]
parser = argparse.ArgumentParser()
parser.add_argument("--device", choices=devices)
parser.add_argument("--accelerator-device", choices=["cuda", "ascend", "camb"])
parser.add_argument("--mode", choices=["fast", "exact"])
parser.add_argument("--backend", choices=["auto", "cpu", "cuda", "rocm", "vulkan"])
