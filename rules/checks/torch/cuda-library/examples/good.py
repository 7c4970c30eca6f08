#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import numba
import numpy as cupy
import transformers


@numba.njit
def double(x):
    return 2 * x
