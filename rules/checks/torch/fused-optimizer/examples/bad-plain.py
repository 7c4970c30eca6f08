#! {"targets": ["ascend-910b2"]}
from torch.optim import AdamW


def make(model):
    return AdamW(model.parameters(), lr=1e-4, weight_decay=0.1)
#          ^^^^^ hint torch/fused-optimizer @ascend-910b2: NpuFusedAdamW
