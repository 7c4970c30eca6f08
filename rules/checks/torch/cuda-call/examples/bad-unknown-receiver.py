#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def move(batch):
    return batch.cuda(0, non_blocking=True)
#                ^^^^ warning torch/cuda-call: .cuda() asks for a CUDA device: on sophgo-sc11-fp300 it raises "Torch
