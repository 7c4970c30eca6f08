#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


class Router(torch.nn.Module):
    def forward(self, x: torch.Tensor):
        for expert in range(8):
            if x.sum() > 0:
#              ^^^^^^^^^^^ warning torch/host-sync @ascend-910b2: A condition on a tensor in a loop
#              ^^^^^^^^^^^ warning torch/host-sync @sophgo-sc11-fp300: torch.where
                x = x * expert
        return x


def train(loss: torch.Tensor, steps: int):
    for step in range(steps):
        print(f"step {step}: {loss.mean()}")
#                             ^^^^^^^^^^^ information torch/host-sync @ascend-910b2: A tensor printed in a loop
#                             ^^^^^^^^^^^ information torch/host-sync @sophgo-sc11-fp300
    print(loss)
    assert loss.sum() > 0


class Skipping(torch.nn.Module):
    def forward(self, x: torch.Tensor):
        for layer in self.layers:
            drawn = torch.rand([], device=x.device)
            if drawn < self.rate:
#              ^^^^^^^^^^^^^^^^^ warning torch/host-sync @ascend-910b2: A condition on a tensor in a loop
#              ^^^^^^^^^^^^^^^^^ warning torch/host-sync @sophgo-sc11-fp300
                continue
            x = layer(x)
        return x
