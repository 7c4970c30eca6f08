#! {"targets": ["ascend-910b2"]}
import functools

import torch

forward = functools.partial(torch.amp.custom_fwd, device_type="cuda")
#                                                             ^^^^^^ warning torch/autocast-device @ascend-910b2: does nothing on ascend-910b2
