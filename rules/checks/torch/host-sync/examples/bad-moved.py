#! {"targets": ["ascend-910b2"]}
import torch


def moved(device, steps: int):
    rates = torch.linspace(0, 0.1, steps)
    rates = rates.to(device)
    made = torch.zeros(steps, device=device)
    for index in range(steps):
        print(rates[index].item())
#                          ^^^^ information torch/host-sync @ascend-910b2: .item() × 2 (lines 9, 10) in a loop
        print(made[index].item())


def loaded(path: str, device):
    state = torch.load(path, map_location=device)
    for name in state:
        print(state[name].item())
#                         ^^^^ information torch/host-sync @ascend-910b2: .item() in a loop


class Counted(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("total", torch.zeros(()))

    def forward(self, x: torch.Tensor):
        return x * self.total.item()
#                             ^^^^ information torch/host-sync @ascend-910b2: .item() for every batch


class Preloaded(torch.utils.data.Dataset):
    def __getitem__(self, index):
        moved = torch.ones(4).to("npu")
        return [moved[part].item() for part in range(4)]
#                           ^^^^ information torch/host-sync @ascend-910b2: .item() in a loop
