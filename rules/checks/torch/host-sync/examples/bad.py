#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch


def train(model, batches, history):
    for batch in batches:
        loss = model(batch)
        history.append(loss.item())
#                           ^^^^ information torch/host-sync @ascend-910b2: task queue
#                           ^^^^ information torch/host-sync @sophgo-sc11-fp300: copies to the host
        values = torch.sigmoid(loss).cpu().numpy().tolist()
#                                    ^^^ information torch/host-sync @ascend-910b2: Keep the value on the device
#                                    ^^^ information torch/host-sync @sophgo-sc11-fp300
    return values
