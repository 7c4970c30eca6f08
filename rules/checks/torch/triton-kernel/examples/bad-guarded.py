#! {"targets": ["sophgo-sc11-fp300"]}
try:
    import triton
#          ^^^^^^ warning torch/triton-kernel
except ImportError:
    triton = None
