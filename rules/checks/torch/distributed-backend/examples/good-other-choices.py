#! {"targets": ["ascend-910b2"]}
from dataclasses import dataclass
from typing import Literal


@dataclass
class Config:
    dispatcher: Literal["nccl", "nvls"] = "nvls"
