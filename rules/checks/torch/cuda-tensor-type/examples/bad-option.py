#! {"targets": ["ascend-910b2"]}
import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--tensor-type", default="torch.cuda.FloatTensor")
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-tensor-type: not available
parser.add_argument("--label", default="torch.cuda.HalfTensor")
args = parser.parse_args()
model = torch.nn.Linear(8, 8).type(args.tensor_type)
