#! {"targets": ["ascend-910b2"]}
import argparse

import torch
import torch.distributed as dist

parser = argparse.ArgumentParser()
parser.add_argument("--dist-backend", default="nccl", choices=["nccl", "gloo"])
#                                              ^^^^ warning torch/distributed-backend: "hccl"
#                                                               ^^^^ warning torch/distributed-backend: The choices


def start(args):
    dist.init_process_group(backend='nccl')
#                                    ^^^^ error torch/distributed-backend: "hccl"
    return dist.new_group([0], backend=dist.Backend.NCCL)
#                                                   ^^^^ error torch/distributed-backend
