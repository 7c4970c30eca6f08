#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

kinds = torch.unique(torch.tensor([1, 2, 2]))


class Select(torch.nn.Module):
    def forward(self, x, mask):
        return torch.where(mask, x, torch.zeros_like(x)), torch.zeros(x.shape[0], device=x.device)
