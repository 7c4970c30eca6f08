#! {"targets": ["ascend-910b2"]}
import pytest
import torch

requires_graphs = pytest.mark.skipif(torch.__version__ < "2.4" or not torch.cuda.is_available(), reason="captures a graph")
#                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2: the test is skipped.


@requires_graphs
def test_captured() -> None:
    assert torch.ones(2).cuda().sum() == 2


@pytest.mark.skipif(torch.cuda.is_available(), reason="for machines without CUDA")
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^ information torch/availability-guard: torch.cuda.is_available() is False on ascend-910b2.
def test_host() -> None:
    assert torch.ones(2).sum() == 2
