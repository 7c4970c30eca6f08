#! {"targets": ["ascend-910b2"]}
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
with torch.amp.autocast(device.type):
    pass
