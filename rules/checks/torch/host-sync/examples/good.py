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


class Block(torch.nn.Module):
    def forward(self, x: torch.Tensor, mode, seq_len, height, width, mask):
        for layer in self.layers:
            drawn = torch.rand([])
            if drawn < self.rate or torch.rand(1) < 0.5:
                continue
            if mode == "text" or seq_len > self.longest or height * width != seq_len:
                continue
            if mask != None:
                x = layer(x, mask)
        return x
