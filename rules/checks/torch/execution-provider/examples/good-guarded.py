#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import onnxruntime
import torch

providers = ["CUDAExecutionProvider" if torch.cuda.is_available() else "CPUExecutionProvider"]
session = onnxruntime.InferenceSession("model.onnx", providers=providers)
