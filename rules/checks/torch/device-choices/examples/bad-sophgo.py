#! {"targets": ["sophgo-sc11-fp300"]}
import argparse

devices = ["cpu", "cuda"]
#                 ^^^^^^ warning torch/device-choices: The choices devices leave out "tpu": sophgo-sc11-fp300 cannot be
parser = argparse.ArgumentParser()
parser.add_argument("--device", choices=devices)
