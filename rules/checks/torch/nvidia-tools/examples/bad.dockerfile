#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
FROM nvcr.io/nvidia/pytorch:24.01-py3
#    ^^^^^^^^^^^^^^^^^^^^^^ warning torch/nvidia-tools @ascend-910b2: CANN
#    ^^^^^^^^^^^^^^^^^^^^^^ warning torch/nvidia-tools @sophgo-sc11-fp300: sophgo/torch_tpu
RUN pip install numpy
