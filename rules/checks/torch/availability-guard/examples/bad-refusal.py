#! {"targets": ["ascend-910b2"]}
import sys
import unittest

import pytest
import torch


def loaded(batch):
    # Holds without CUDA.
    assert batch.x.is_pinned() or not torch.cuda.is_available()
    #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: is False on ascend-910b2.
    assert not torch.cuda.is_available()
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: is False on ascend-910b2.
    assert torch.cuda.is_available() and batch.ready
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/availability-guard: the assertion fails.


def required():
    if not torch.cuda.is_available():
        #  ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/availability-guard: an exception is raised here.
        raise RuntimeError("no GPU")
    return 1


def told_first() -> None:
    if not torch.cuda.is_available():
        #  ^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/availability-guard: the script ends here.
        print("no GPU")
        sys.exit(
            1
        )
    print("GPU")


def goes_on(ready: bool) -> None:
    if not torch.cuda.is_available():
        #  ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/availability-guard: what is there for machines without CUDA runs.
        if not ready:
            raise RuntimeError("no GPU")
    print("GPU")


def test_skipped():
    if not torch.cuda.is_available():
        #  ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: the test is skipped.
        raise unittest.SkipTest("no GPU")


def test_skipped_by_pytest():
    if not torch.cuda.is_available():
        #  ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: the test is skipped.
        pytest.skip("no GPU")
