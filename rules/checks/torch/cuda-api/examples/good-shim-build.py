#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch


def is_cuda():
    return torch.cuda.is_available() and torch.version.cuda is not None


_is_cuda = is_cuda()


def processors(x):
    if _is_cuda:
        return torch.cuda.get_device_properties(x.device).multi_processor_count
    return torch.cuda.get_device_capability()[0] if is_cuda() else 0
