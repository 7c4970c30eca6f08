#! {"targets": ["sophgo-sc11-fp300"]}
import torch


def export(model, image):
    kind = torch.onnx.OperatorExportTypes.ONNX_ATEN_FALLBACK
    torch.onnx.export(model, (image,), "model.onnx", opset_version=13, operator_export_type=kind)
#                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/onnx-export @sophgo-sc11-fp300: org.pytorch.aten
