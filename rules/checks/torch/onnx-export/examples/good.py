#! {"targets": ["ascend-310p3", "sophgo-sc11-fp300"], "torch": "2.8"}
import torch


def export(model, image, opset: int, options: dict):
    torch.onnx.export(model, (image,), "model.onnx", opset_version=17)
    torch.onnx.export(model, (image,), "model.onnx", opset_version=opset)
    torch.onnx.export(model, (image,), "model.onnx", **options)
    torch.onnx.export(model, (image,), "model.onnx")
