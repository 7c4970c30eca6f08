#! {"targets": ["ascend-910b2"]}
from typing import Literal, Optional

KERNEL: Literal["cuda", "triton"] = "triton"


def decode(impl: Optional[Literal["cuda", "triton"]] = None, parser=None):
    parser.add_argument("--impl", choices=["torch", "cuda"])
    return impl
