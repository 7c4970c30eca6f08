#! {"targets": ["ascend-910b2"]}
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--device", choices=["cpu", "cuda"], help="where to run")
#                                               ^^^^^^ warning torch/device-choices: The choices ["cpu", "cuda"] leave out "npu": ascend-910b2 cannot be
parser.add_argument("--other", choices=('cuda:0', 'cuda:1'))
#                                       ^^^^^^^^ warning torch/device-choices: The choices ('cuda:0', 'cuda:1') leave out "npu": ascend-910b2 cannot
