#! {"targets": ["ascend-910b2"]}
from setuptools import setup
from torch.utils.cpp_extension import BuildExtension, CppExtension, CUDAExtension

setup(
    name="kernels",
    ext_modules=[CppExtension("cpu", ["cpu.cpp"]), CUDAExtension("gpu", ["gpu.cu"])],
#                                                  ^^^^^^^^^^^^^ error torch/cuda-extension
    cmdclass={"build_ext": BuildExtension},
)
