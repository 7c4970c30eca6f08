#! {"targets": ["ascend-910b2"]}
from mmcv.ops import CARAFEPack, RoIAlign

up = CARAFEPack(8, 2)
#    ^^^^^^^^^^ error torch/torchvision-op: no NPU kernel
pool = RoIAlign(7)
#      ^^^^^^^^ warning torch/torchvision-op: main branch
