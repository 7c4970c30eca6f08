#! {"targets": ["ascend-910b2"], "torch": "2.6"}
from torch.utils.data import DataLoader

loader = DataLoader([1, 2], batch_size=2, pin_memory=True)
#                                         ^^^^^^^^^^^^^^^ warning torch/pin-memory: DataLoader of PyTorch 2.6 pins memory for CUDA only: on ascend-910b2
