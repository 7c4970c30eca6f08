#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def train(model, batches, history):
    for batch in batches:
        loss = model(batch)
        history.append(loss.item())
        values = torch.sigmoid(loss).cpu().numpy().tolist()
#                                    ^^^ information torch/host-sync @ascend-910b2: .item(), .cpu() (lines 7, 8) in a loop, on ascend-910b2: it waits until the task queue
#                                    ^^^ information torch/host-sync @sophgo-sc11-fp300: copies to the host
    return values


def evaluate(model, batches):
    seen = []
    for batch in batches:
        seen.append(model(batch).item())
#                                ^^^^ information torch/host-sync @ascend-910b2: .item() × 2 (lines 15, 18) in a loop
#                                ^^^^ information torch/host-sync @sophgo-sc11-fp300: Keep the value on the device
        seen.append(model(batch).item())  # portolan: ignore[host-sync] asked for each batch
    for batch in batches:
        seen.append(model(batch).item())
    return seen
