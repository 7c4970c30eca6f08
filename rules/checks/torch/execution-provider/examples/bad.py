#! {"targets": ["ascend-910b2"]}
import onnxruntime as ort

providers = ["CUDAExecutionProvider", 'CPUExecutionProvider']
#            ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/execution-provider: ONNX Runtime has no CUDAExecutionProvider on ascend-910b2
session = ort.InferenceSession("model.onnx", providers=providers)
tuned = ort.InferenceSession("model.onnx", providers=[("TensorrtExecutionProvider", {"device_id": 0})])
#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/execution-provider: onnxruntime-cann
if "CUDAExecutionProvider" in ort.get_available_providers():
    print(session)
