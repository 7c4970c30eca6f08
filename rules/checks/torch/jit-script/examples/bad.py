#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import torch


@torch.jit.script
#^^^^^^^^^^^^^^^^ warning torch/jit-script @ascend-910b2: nothing is compiled
def gate(x: torch.Tensor):
    return torch.sigmoid(x) * x


torch.jit.script(torch.nn.Linear(8, 8)).save("linear.pt")
#! warning torch/jit-script @ascend-910b2: GPU2Ascend
