"""One decoder layer of the DeepSeek-V3/R1 architecture, with every part and small dimensions.

Multi-head latent attention (low-rank queries, a compressed key/value of which only a slice carries the rotary
position), then a mixture of experts: sigmoid scores, a correction bias that only chooses, group-limited top-k, routed
experts and one shared expert. After the DeepSeek-V3 technical report (arXiv:2412.19437), sections 2.1.1 and 2.1.2.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F


class RMSNorm(nn.Module):
    def __init__(self, size, epsilon=1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.epsilon = epsilon

    def forward(self, x):
        wide = x.float()
        return self.weight * (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + self.epsilon)).to(x.dtype)


def rotate(x, cos, sin):
    """Rotary embedding of interleaved pairs."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1).flatten(-2)


class LatentAttention(nn.Module):
    def __init__(self, hidden=80, heads=4, q_rank=32, kv_rank=32, nope=16, rope=8, value=16):
        super().__init__()
        self.heads, self.nope, self.rope, self.value, self.kv_rank = heads, nope, rope, value, kv_rank
        self.q_a = nn.Linear(hidden, q_rank, bias=False)
        self.q_a_norm = RMSNorm(q_rank)
        self.q_b = nn.Linear(q_rank, heads * (nope + rope), bias=False)
        self.kv_a = nn.Linear(hidden, kv_rank + rope, bias=False)
        self.kv_a_norm = RMSNorm(kv_rank)
        self.kv_b = nn.Linear(kv_rank, heads * (nope + value), bias=False)
        self.out = nn.Linear(heads * value, hidden, bias=False)
        self.register_buffer("frequency", 10000.0 ** (-torch.arange(0, rope, 2).float() / rope))

    def forward(self, x, positions):
        batch, length, _ = x.shape
        angles = positions[:, None, :, None].float() * self.frequency
        cos, sin = angles.cos(), angles.sin()
        q = self.q_b(self.q_a_norm(self.q_a(x))).view(batch, length, self.heads, -1).transpose(1, 2)
        q_nope, q_rope = q.split((self.nope, self.rope), dim=-1)
        latent, k_rope = self.kv_a(x).split((self.kv_rank, self.rope), dim=-1)
        kv = self.kv_b(self.kv_a_norm(latent)).view(batch, length, self.heads, -1).transpose(1, 2)
        k_nope, v = kv.split((self.nope, self.value), dim=-1)
        q_rope, k_rope = rotate(q_rope, cos, sin), rotate(k_rope[:, None], cos, sin)
        q = torch.cat((q_nope, q_rope), dim=-1)
        k = torch.cat((k_nope, k_rope.expand(-1, self.heads, -1, -1)), dim=-1)
        scores = q @ k.transpose(-1, -2) / math.sqrt(self.nope + self.rope)
        mask = torch.triu(torch.full((length, length), float("-inf")), diagonal=1)
        weights = (scores + mask).softmax(dim=-1, dtype=torch.float32).to(q.dtype)
        return self.out((weights @ v).transpose(1, 2).reshape(batch, length, -1))


class Expert(nn.Module):
    def __init__(self, hidden, inner):
        super().__init__()
        self.gate = nn.Linear(hidden, inner, bias=False)
        self.up = nn.Linear(hidden, inner, bias=False)
        self.down = nn.Linear(inner, hidden, bias=False)

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))


class Router(nn.Module):
    def __init__(self, hidden, experts, groups, top_groups, top_experts, scale):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(experts, hidden) * 0.02)
        self.correction = nn.Parameter(torch.randn(experts) * 0.01)
        self.groups, self.top_groups, self.top_experts, self.scale = groups, top_groups, top_experts, scale

    def forward(self, x):
        scores = F.linear(x.float(), self.weight).sigmoid()
        choice = scores + self.correction
        grouped = choice.view(x.shape[0], self.groups, -1)
        group_scores = grouped.topk(2, dim=-1)[0].sum(dim=-1)
        chosen = group_scores.topk(self.top_groups, dim=-1, sorted=False)[1]
        allowed = torch.zeros_like(group_scores).scatter(1, chosen, 1.0).unsqueeze(-1).expand_as(grouped)
        masked = choice.masked_fill(allowed.reshape(x.shape[0], -1) == 0, 0.0)
        experts = masked.topk(self.top_experts, dim=-1, sorted=False)[1]
        weights = scores.gather(1, experts)
        return experts, weights / (weights.sum(dim=-1, keepdim=True) + 1e-20) * self.scale


class MixtureOfExperts(nn.Module):
    def __init__(self, hidden=80, inner=16, experts=8, groups=4, top_groups=2, top_experts=2, scale=2.5):
        super().__init__()
        self.router = Router(hidden, experts, groups, top_groups, top_experts, scale)
        self.experts = nn.ModuleList(Expert(hidden, inner) for _ in range(experts))
        self.shared = Expert(hidden, inner)

    def forward(self, x):
        tokens = x.reshape(-1, x.shape[-1])
        experts, weights = self.router(tokens)
        output = torch.zeros_like(tokens)
        routes = F.one_hot(experts, len(self.experts)).permute(2, 0, 1)
        for index, expert in enumerate(self.experts):
            token, slot = torch.where(routes[index] > 0)
            output = output.index_add(0, token, expert(tokens[token]) * weights[token, slot, None])
        return output.view_as(x) + self.shared(x)


class DeepseekLayer(nn.Module):
    def __init__(self, hidden=80):
        super().__init__()
        self.input_norm = RMSNorm(hidden)
        self.attention = LatentAttention(hidden)
        self.post_norm = RMSNorm(hidden)
        self.mlp = MixtureOfExperts(hidden)

    def forward(self, hidden_states, position_ids):
        x = hidden_states + self.attention(self.input_norm(hidden_states), position_ids)
        return x + self.mlp(self.post_norm(x))
