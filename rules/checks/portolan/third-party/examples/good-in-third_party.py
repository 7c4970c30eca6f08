#! {"targets": ["ascend-910b2"]}
import torch


def bench(run):
    run()
    torch.cuda.synchronize()
