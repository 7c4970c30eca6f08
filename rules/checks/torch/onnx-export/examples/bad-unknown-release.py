#! {"targets": ["ascend-310p3"]}
import torch


def export(model, image):
    torch.onnx.export(model, (image,), "model.onnx", dynamo=True)
#   ^^^^^^^^^^^^^^^^^ information torch/onnx-export @ascend-310p3: PyTorch 2.13 writes by default
