#! {"targets": ["ascend-910b2"]}
import contextlib

import torch


def maybe_autocast(device_type: str, enabled: bool = True):
    if torch.is_autocast_enabled(device_type) or enabled:
        return torch.autocast(device_type, enabled=enabled)
    return contextlib.nullcontext()


with maybe_autocast(device_type="cuda", enabled=False):
#                               ^^^^^^ warning torch/autocast-device: This switches autocast off for "cuda" only: on ascend-910b2 an
    pass

print(torch.is_autocast_enabled("cuda"))
#                               ^^^^^^ warning torch/autocast-device: the autocast that is in use is another one
