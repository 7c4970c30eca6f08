#! {"targets": ["ascend-910b2"]}
from transformers.utils import is_bitsandbytes_available

if is_bitsandbytes_available():
    import bitsandbytes as bnb
#          ^^^^^^^^^^^^^^^^^^^ warning torch/cuda-library: bitsandbytes does not run on ascend-910b2


def quantised(size: int):
    return bnb.nn.Linear8bitLt(size, size)
#                 ^^^^^^^^^^^^ warning torch/cuda-library: npu
