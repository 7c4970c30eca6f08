#! {"targets": ["sophgo-sc11-fp300"]}
FROM ubuntu:22.04
RUN pip install torch==2.5.1 torch_npu==2.5.1 flash-attn
