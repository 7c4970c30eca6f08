#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import torchvision
from torchvision.ops import PSRoIAlign, roi_align


def detect(boxes, scores, features):
    kept = torchvision.ops.nms(boxes, scores, 0.5)
#                          ^^^ warning torch/torchvision-op @ascend-910b2: torchvision_npu
#                          ^^^ warning torch/torchvision-op @sophgo-sc11-fp300: my_ops.nms
    pool = PSRoIAlign(7, 1.0, 2)
#          ^^^^^^^^^^ warning torch/torchvision-op @ascend-910b2: not supported
#          ^^^^^^^^^^ warning torch/torchvision-op @sophgo-sc11-fp300
    return kept, pool, roi_align(features, [boxes], 7)
#                      ^^^^^^^^^ warning torch/torchvision-op @ascend-910b2
#                      ^^^^^^^^^ warning torch/torchvision-op @sophgo-sc11-fp300
