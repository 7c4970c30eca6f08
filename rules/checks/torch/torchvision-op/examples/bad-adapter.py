#! {"targets": ["ascend-910b2"]}
import torchvision
import torchvision_npu
from torchvision.ops import nms, ps_roi_pool


def detect(boxes, scores, features):
    return nms(boxes, scores, 0.5), ps_roi_pool(features, [boxes], 7)
#                                   ^^^^^^^^^^^ warning torch/torchvision-op
