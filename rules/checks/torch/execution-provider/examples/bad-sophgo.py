#! {"targets": ["sophgo-sc11-fp300"]}
import onnxruntime

session = onnxruntime.InferenceSession("model.onnx", providers=["CUDAExecutionProvider"])
#                                                               ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/execution-provider: tpu-mlir
