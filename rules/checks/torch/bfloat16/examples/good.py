#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def load(model: torch.nn.Module):
    return model.to(torch.bfloat16)
