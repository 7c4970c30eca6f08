#! {"targets": ["ascend-910b2"]}
import torch
from torch import nn
from torch.nn import functional as F


def route(scores: torch.Tensor, k: int):
    best = torch.topk(scores, 1, dim=-1, sorted=False).indices
#          ^^^^^^^^^^ information torch/restricted-op @ascend-910b2: the vendor supports sorted=True only
    weights, experts = scores.topk(k, dim=-1, sorted=False)
#                      ^^^^^^^^^^^ information torch/restricted-op @ascend-910b2: Nothing has to change
    loss = F.kl_div(weights, weights, log_target=True)
#          ^^^^^^^^ warning torch/restricted-op @ascend-910b2: log_target=False only
    return best, experts, loss, F.gelu(weights)
#                               ^^^^^^ hint torch/restricted-op @ascend-910b2: approximate="tanh"


encoder = nn.LSTM(64, 64, num_layers=2, dropout=0.1)
#         ^^^^^^^ warning torch/restricted-op @ascend-910b2: torch.nn.Dropout
