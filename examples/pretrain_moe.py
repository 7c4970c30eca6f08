"""Pre-trains a small mixture of experts on CUDA devices: what a port meets in a training script.

An example for Portolan, which reads it and does not run it.
"""
import argparse
import os

import torch
import torch.distributed as dist
import torch.nn as nn
import torch.nn.functional as F
import triton
import triton.language as tl
from flash_attn import flash_attn_func
from torch.nn.parallel import DistributedDataParallel


@triton.jit
def scale_rows(x_ptr, scale_ptr, y_ptr, columns, BLOCK: tl.constexpr):
    row = tl.program_id(0)
    offsets = tl.arange(0, BLOCK)
    mask = offsets < columns
    x = tl.load(x_ptr + row * columns + offsets, mask=mask)
    tl.store(y_ptr + row * columns + offsets, x * tl.load(scale_ptr + row), mask=mask)


def scaled(x: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    y = torch.empty_like(x)
    scale_rows[(x.shape[0],)](x, scale, y, x.shape[1], BLOCK=triton.next_power_of_2(x.shape[1]))
    return y


class RMSNorm(nn.Module):
    def __init__(self, width: int, eps: float = 1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = eps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.weight * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps))


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def forward(self, x: torch.Tensor, rotary: torch.Tensor) -> torch.Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).unbind(2)
        q, k = rotate(q, rotary), rotate(k, rotary)
        y = flash_attn_func(q, k, v, causal=True)
        return self.out(y.reshape(batch, length, width))


def rotate(x: torch.Tensor, rotary: torch.Tensor) -> torch.Tensor:
    pairs = torch.view_as_complex(x.float().unflatten(-1, (-1, 2)))
    return torch.view_as_real(pairs * rotary[None, :, None]).flatten(-2).type_as(x)


class Experts(nn.Module):
    def __init__(self, width: int, hidden: int, experts: int, chosen: int):
        super().__init__()
        self.chosen = chosen
        self.gate = nn.Linear(width, experts, bias=False)
        self.up = nn.ModuleList(nn.Linear(width, 2 * hidden, bias=False) for _ in range(experts))
        self.down = nn.ModuleList(nn.Linear(hidden, width, bias=False) for _ in range(experts))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        tokens = x.flatten(0, 1)
        weights, indices = torch.topk(self.gate(tokens).sigmoid(), self.chosen, sorted=False)
        y = torch.zeros_like(tokens)
        for expert, (up, down) in enumerate(zip(self.up, self.down)):
            rows, position = torch.where(indices == expert)
            if rows.numel() == 0:
                continue
            gate, value = up(tokens[rows]).chunk(2, dim=-1)
            y[rows] += scaled(down(F.silu(gate) * value), weights[rows, position])
        return y.view_as(x)


class Block(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.attention_norm, self.experts_norm = RMSNorm(width), RMSNorm(width)
        self.attention = Attention(width, heads)
        self.experts = Experts(width, 2 * width, experts=16, chosen=4)

    def forward(self, x: torch.Tensor, rotary: torch.Tensor) -> torch.Tensor:
        x = x + self.attention(self.attention_norm(x), rotary)
        return x + self.experts(self.experts_norm(x))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", default="cuda", choices=["cuda", "cpu"])
    parser.add_argument("--steps", type=int, default=1000)
    options = parser.parse_args()

    os.environ.setdefault("NCCL_SOCKET_IFNAME", "eth0")
    dist.init_process_group("nccl")
    rank = int(os.environ["LOCAL_RANK"])
    torch.cuda.set_device(rank)
    torch.backends.cuda.matmul.allow_tf32 = True

    angles = torch.outer(torch.arange(2048).double(), 10000 ** (-torch.arange(0, 64, 2).double() / 64))
    rotary = torch.polar(torch.ones_like(angles), angles).to(torch.complex64).cuda()
    model = DistributedDataParallel(Block(1024, 16).cuda(), device_ids=[rank])
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4, fused=True)
    scaler = torch.cuda.amp.GradScaler()

    for step in range(options.steps):
        batch = torch.randn(4, 2048, 1024, device=options.device)
        try:
            with torch.autocast("cuda", dtype=torch.float16):
                loss = model(batch, rotary).square().mean()
        except RuntimeError as error:
            if "CUDA out of memory" in str(error):
                torch.cuda.empty_cache()
                continue
            raise
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        dist.all_reduce(loss, op=dist.ReduceOp.AVG)
        if rank == 0:
            print(step, loss.item())

    if torch.cuda.get_device_capability() >= (9, 0):
        print("Hopper", f"cuda:{rank}", torch.cuda.max_memory_allocated())


if __name__ == "__main__":
    main()
