#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file


def schedule(steps: int, path: str):
    rates = torch.linspace(0, 0.1, steps)
    squares = rates**2
    lengths = torch.tensor([len(path)] * steps)
    drawn = torch.from_numpy(np.random.rand(steps))
    seen = []
    for index in range(steps):
        seen.append(rates[index].item())
        seen.extend(squares.flip(0).tolist())
        seen.append(lengths.max().item())
        if drawn[index] > rates[index]:
            print(rates)
    return seen


def evaluate(model, batches):
    seen = []
    losses = torch.stack([model(batch) for batch in batches]).cpu()
    scores = losses.float().numpy()
    for index in range(len(batches)):
        seen.append(losses[index].item())
        seen.append(scores[index].item())
        seen.append(np.mean(scores).item())
    return seen


def convert(path: str):
    loaded = torch.load(path, map_location="cpu")
    weights = load_file(path)
    for name, value in loaded["model"].items():
        print(name, value.float().mean().item())
    for name, value in weights.items():
        print(name, value.max().item())
    with safe_open(path, framework="pt", device="cpu") as opened:
        for name in opened.keys():
            print(name, opened.get_tensor(name).max().item())


class DataCollatorForMasking:
    def __call__(self, examples):
        labels = self.pad(examples)
        for index in range(len(examples)):
            if labels[index].sum().item() > 0:
                examples[index]["label"] = labels[index].tolist()
        return examples


class Pairs(torch.utils.data.Dataset):
    def __getitem__(self, index):
        return [self.table[key].item() for key in self.keys[index]]


def collate_fn(batch: list[torch.Tensor]):
    return [item.max().item() for item in batch if item.sum() > 0]
