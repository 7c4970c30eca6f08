#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def evaluate(model, batches, depth: int):
    total = torch.zeros((), device="npu")
    for batch in batches:
        total += model(batch)
    rates = [rate.item() for rate in torch.linspace(0, 0.1, depth)]
    for value in total.reshape(-1).tolist():
        rates.append(value)
    return total.item(), rates
