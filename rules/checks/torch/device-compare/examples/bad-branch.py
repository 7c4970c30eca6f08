#! {"targets": ["ascend-910b2"]}
import torch


def step(x: torch.Tensor, device: torch.device) -> None:
    if x.device.type == "cuda":
#      ^^^^^^^^^^^^^^^^^^^^^^^ warning torch/device-compare: On ascend-910b2 x.device.type is "npu", so the test for "cuda" fails
        torch.cuda.synchronize()
        x.to("cuda:0")
    assert device.type == "cuda"
#          ^^^^^^^^^^^^^^^^^^^^^ error torch/device-compare: On ascend-910b2 device.type is "npu", so the test for "cuda" fails
    if x.is_cuda:
#        ^^^^^^^ warning torch/device-compare: is_cuda is False for every tensor on ascend-910b2: 1 CUDA call behind
        print("on a GPU")
        torch.cuda.empty_cache()
