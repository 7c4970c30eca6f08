#! {"targets": ["ascend-910b2"]}
from dataclasses import dataclass, field

from pydantic import BaseModel, Field


@dataclass
class Options:
    device: str = field(default="cuda", metadata={"help": "where to run"})
#                               ^^^^^^ warning torch/cuda-device: "cuda" names a CUDA device
    seed: int = field(default=1)


class Request(BaseModel):
    device: str = Field("cuda", description="where to run")
#                       ^^^^^^ warning torch/cuda-device: "cuda" names a CUDA device
