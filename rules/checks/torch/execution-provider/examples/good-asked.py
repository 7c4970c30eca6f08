#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import onnxruntime


def place(session: onnxruntime.InferenceSession) -> str:
    options = session.get_provider_options()
    if options.get("CUDAExecutionProvider", {}).get("enable_cuda_graph") == "1":
        return "graph"
    if session.get_providers()[0] in ("CUDAExecutionProvider", "TensorrtExecutionProvider"):
        return "gpu"
    return "cpu"
