#! {"targets": ["ascend-910b2"]}
FROM ubuntu:22.04
RUN pip install torch==2.6.0 torchvision==0.21.0 --index-url https://download.pytorch.org/whl/cu124
#! warning torch/requirements: This index holds builds of torch for CUDA (cu124); on ascend-910b2, torch_npu goes with the CPU build
RUN pip3 install --extra-index-url=https://download.pytorch.org/whl/cpu torch
