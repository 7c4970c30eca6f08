#! {"targets": ["ascend-910b2"]}
FROM ubuntu:22.04
RUN pip install torch==2.4.1 triton "flash-attn>=2.5"
#               ^^^^^^^^^^^^ error torch/requirements: 2.4.0
#                            ^^^^^^ warning torch/requirements: triton-ascend
#                                    ^^^^^^^^^^^^^^^ error torch/requirements
