#! {"targets": ["ascend-910b2"]}
"""Runs on an NPU."""
from __future__ import annotations

import torch


def main() -> None:
    torch.npu.set_device(0)
#   ^^^^^^^^^^^^^^^^^^^^^^^ hint torch/backend-import: torch_npu is not imported here: PyTorch 2.5 and later load it by


if __name__ == "__main__":
    main()
