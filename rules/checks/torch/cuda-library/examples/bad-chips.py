#! {"targets": ["ascend-910b2", "ascend-310p"]}
import liger_kernel.transformers
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/cuda-library @ascend-910b2: triton-ascend 3.2.2
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/cuda-library @ascend-310p: not for 310P
