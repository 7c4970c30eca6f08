#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def export(model, image):
    torch.onnx.export(model, (image,), "model.onnx", opset_version=20, input_names=["image"])
#                                                    ^^^^^^^^^^^^^^^^ error torch/onnx-export @ascend-910b2: E16002
#                                                    ^^^^^^^^^^^^^^^^ warning torch/onnx-export @sophgo-sc11-fp300: Gelu in 20
    torch.onnx.export(model, (image,), "old.onnx", opset_version=7)
#                                                  ^^^^^^^^^^^^^^^ error torch/onnx-export @ascend-910b2: opsets 8 to 18
