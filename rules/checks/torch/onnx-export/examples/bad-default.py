#! {"targets": ["ascend-310p3"], "torch": "2.13"}
import torch


def export(model, image):
    torch.onnx.export(model, (image,), "model.onnx")
#   ^^^^^^^^^^^^^^^^^ error torch/onnx-export @ascend-310p3: by default
