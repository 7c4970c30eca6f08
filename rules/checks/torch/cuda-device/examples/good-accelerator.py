#! {"targets": ["ascend-910b2"]}
import torch

device_type = torch.accelerator.current_accelerator().type if hasattr(torch, "accelerator") else "cuda"
x = torch.zeros(8, device=device_type)
