#! {"targets": ["ascend-910b2"]}
import torch
import torch.nn.functional as F


def decay(counts, steps: torch.Tensor):
    # Nothing shows which type they are of.
    return torch.exp(counts), steps.exp(), torch.multinomial(steps.bfloat16(), 1)


counts = torch.arange(64, dtype=torch.int64, device="npu")
decayed = torch.exp(counts), torch.exp(counts.float())
# It stays on the CPU.
narrow = torch.arange(64, dtype=torch.int32).exp()
pooled = F.max_pool2d(torch.zeros(1, 4, 8, 8, device="npu"), 3, dilation=1)
sized = F.interpolate(torch.zeros(1, 4, 8, 8, device="npu"), scale_factor=2)
total = torch.sum(torch.zeros(4, 8, device="npu"), 0, dtype=torch.float32)
