#! {"targets": ["ascend-910b2"]}
import unittest

import torch

if torch.cuda.is_available():
#  ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: 2 lines behind it
    print("one")
    print("two")
if not torch.cuda.is_available():
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: what is there for
    print("no GPU")


class Tests(unittest.TestCase):
    @unittest.skipIf(not torch.cuda.is_available(), "no GPU")
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: the test is
    def test(self) -> None:
        pass


def names() -> list[str]:
    return ["cpu"] + (["cuda"] if torch.cuda.is_available() else [])
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2
