import torch


def load(x: torch.Tensor):
    return x.cuda()
