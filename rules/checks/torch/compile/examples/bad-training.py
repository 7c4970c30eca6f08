#! {"targets": ["ascend-910b2"]}
import torch


def train(model: torch.nn.Module, batches) -> None:
    compiled = torch.compile(model)
#              ^^^^^^^^^^^^^ information torch/compile: The inductor backend of torch_npu generates Triton code
    for batch in batches:
        compiled(batch).mean().backward()
