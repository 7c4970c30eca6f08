#! {"targets": ["ascend-910b2"]}
import torch


def choose(x: torch.Tensor, device: torch.device, language: str) -> bool:
    if device.type in ("cuda", "npu"):
        return True
    if language == "c++":
        return False
    if x.is_cuda or x.is_npu:
        return True
    return device.type != "cpu"


def check_order(calls) -> None:
    assert [call.device for call in calls] == ["cuda", "cpu"]
    assert calls[0].devices == ("cuda",)

same_on_both = torch.float if device == "cuda" else torch.float


def smooth(x, impl="cuda"):
    if impl == "cuda" and x.is_contiguous():
        return fast(x)
    assert impl in ["ref", "cuda"]
    return slow(x)


def kept(name: str, tokens) -> bool:
    return name in {"cuda", "half", "to"} or "all" in tokens or "cuda" in tokens
