#! {"targets": ["ascend-910b2"]}
import torch


def checked(device: str, options) -> str:
    if device == "cuda" and not torch.cuda.is_available():
        return "cpu"
    if not torch.cuda.is_available() and options.device.startswith("cuda"):
        raise SystemExit("no CUDA")
    if "cuda" in str(device) and not torch.cuda.is_available():
        print("no CUDA")
    return device
