#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch

norm = torch.nn.LayerNorm(8)
optimizer = torch.optim.AdamW(norm.parameters(), lr=1e-3)
