#! {"targets": ["ascend-910b2"]}
import torch
import torch_npu

torch.cuda.CUDAGraph = torch.npu.NPUGraph
