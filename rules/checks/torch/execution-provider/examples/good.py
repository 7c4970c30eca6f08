#! {"targets": ["ascend-910b2"]}
import onnxruntime

session = onnxruntime.InferenceSession("model.onnx", providers=["CANNExecutionProvider", "CUDAExecutionProvider"])
