#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
from apex.normalization import FusedLayerNorm
#                              ^^^^^^^^^^^^^^ warning torch/apex @ascend-910b2: Ascend/apex
#                              ^^^^^^^^^^^^^^ error torch/apex @sophgo-sc11-fp300
from apex.optimizers import FusedAdam


def make(model, size):
    norm = FusedLayerNorm(size, eps=1e-6)
#          ^^^^^^^^^^^^^^ warning torch/apex @ascend-910b2
#          ^^^^^^^^^^^^^^ warning torch/apex @sophgo-sc11-fp300
    plain = FusedAdam(model.parameters(), lr=1e-3)
#           ^^^^^^^^^ warning torch/apex @ascend-910b2: NpuFusedAdam
    return norm, plain, FusedAdam(model.parameters(), lr=1e-3, weight_decay=0.1)
#                       ^^^^^^^^^ warning torch/apex @ascend-910b2: NpuFusedAdam
#                       ^^^^^^^^^ warning torch/apex @sophgo-sc11-fp300
