#! {"targets": ["ascend-910b2"]}
import torch


def choose(x: torch.Tensor, device: torch.device, name: str) -> bool:
    if device.type == "cuda":  # half precision
#      ^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 device.type is "npu", so the test for "cuda" fails: 1
        return True
    if x.device.type != 'cuda':
#      ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 x.device.type is "npu", so the test against 'cuda'
        return False
    if name in ("cuda", "cpu") or "cuda" in str(device):
#      ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 name is "npu", so the test for "cuda" fails: what the
#                                 ^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 str(device) is "npu", so the test for "cuda" fails
        return True
    if name.startswith("cuda:"):
#      ^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 name is "npu", so the test for "cuda:" fails: 1 line
        return True
    match name:
        case "cuda":
#            ^^^^^^ warning torch/device-compare: On ascend-910b2 name is "npu", so the test for "cuda" fails: what the
            return True
    return x.is_cuda
#            ^^^^^^^ warning torch/device-compare: is_cuda is False for every tensor on ascend-910b2: they are taken for
