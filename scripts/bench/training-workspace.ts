import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chance } from './chance';

/** Files of one package of the workspace. */
const filesOfPackage = 20;

/**
 * A workspace of ordinary training code: packages of models, data, losses, trainers and settings that import each other,
 * about 200 lines a file, a third of them with something that ties them to CUDA. The same for the same `count`.
 *
 * @returns bytes that were written
 */
export function writeTrainingWorkspace(folder: string, count: number): number {
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const name = `pkg${Math.floor(index / filesOfPackage)}`;
    const within = index % filesOfPackage;
    const target = path.join(folder, name, within === 0 ? '__init__.py' : `${kindOf(within)}_${within}.py`);
    mkdirSync(path.dirname(target), { recursive: true });
    const text =
      within === 0 ? 'from .model_1 import Net1\nfrom .train_4 import main\n' : trainingFile(index, within, 200);
    bytes += Buffer.byteLength(text);
    writeFileSync(target, text);
  }
  return bytes;
}

function kindOf(within: number): 'model' | 'data' | 'loss' | 'train' {
  return (['train', 'model', 'data', 'loss'] as const)[within % 4]!;
}

/** The text of one file; also of a long one, for edits. */
export function trainingFile(seed: number, within: number, lines: number): string {
  const random = chance(seed + 1);
  const text = [
    '"""Part of a training program."""',
    'import argparse',
    'import math',
    'import os',
    '',
    'import torch',
    'import torch.nn as nn',
    'import torch.nn.functional as F',
    'from torch.utils.data import DataLoader, Dataset',
    ...(within > 1 ? ['', 'from .model_1 import Net1, block_1'] : []),
    '',
  ];
  for (let part = 0; text.length < lines; part += 1) {
    const write = within % 4 === 1 ? modelPart : within % 4 === 2 ? dataPart : within % 4 === 3 ? lossPart : trainPart;
    text.push('', ...write(within, part, random), '');
  }
  return `${text.join('\n')}\n`;
}

type Random = ReturnType<typeof chance>;

function modelPart(within: number, part: number, random: Random): string[] {
  const name = part === 0 ? `Net${within}` : `Block${within}_${part}`;
  const width = 64 << random(4);
  return [
    `class ${name}(nn.Module):`,
    '    """A block with attention and a feed-forward part."""',
    '',
    `    def __init__(self, dim: int = ${width}, heads: int = ${1 << random(4)}, dropout: float = 0.1):`,
    '        super().__init__()',
    '        self.heads = heads',
    '        self.norm1 = nn.LayerNorm(dim)',
    '        self.qkv = nn.Linear(dim, dim * 3, bias=False)',
    '        self.proj = nn.Linear(dim, dim)',
    '        self.norm2 = nn.LayerNorm(dim)',
    '        self.mlp = nn.Sequential(nn.Linear(dim, 4 * dim), nn.GELU(), nn.Dropout(dropout), nn.Linear(4 * dim, dim))',
    '        self.register_buffer("scale", torch.tensor(1.0 / math.sqrt(dim // heads)))',
    '',
    '    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:',
    '        batch, length, dim = x.shape',
    '        qkv = self.qkv(self.norm1(x)).reshape(batch, length, 3, self.heads, dim // self.heads)',
    '        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)',
    '        scores = q @ k.transpose(-2, -1) * self.scale',
    '        if mask is not None:',
    '            scores = scores.masked_fill(mask == 0, float("-inf"))',
    '        weights = F.softmax(scores, dim=-1)',
    '        out = (weights @ v).transpose(1, 2).reshape(batch, length, dim)',
    '        x = x + self.proj(out)',
    '        return x + self.mlp(self.norm2(x))',
    '',
    '',
    `def block_${part === 0 ? within : `${within}_${part}`}(dim: int, depth: int = ${1 + random(12)}) -> nn.Sequential:`,
    `    return nn.Sequential(*[${name}(dim) for _ in range(depth)])`,
  ];
}

function dataPart(within: number, part: number, random: Random): string[] {
  return [
    `class Tokens${within}_${part}(Dataset):`,
    `    def __init__(self, root: str, length: int = ${128 << random(4)}):`,
    '        self.files = sorted(os.path.join(root, name) for name in os.listdir(root) if name.endswith(".bin"))',
    '        self.length = length',
    '        self.cache = {}',
    '',
    '    def __len__(self) -> int:',
    '        return len(self.files)',
    '',
    '    def __getitem__(self, index: int):',
    '        name = self.files[index]',
    '        if name not in self.cache:',
    '            with open(name, "rb") as file:',
    '                self.cache[name] = torch.frombuffer(bytearray(file.read()), dtype=torch.int32).long()',
    '        tokens = self.cache[name][: self.length + 1]',
    '        return {"input": tokens[:-1], "target": tokens[1:]}',
    '',
    '',
    `def loader_${within}_${part}(root: str, batch: int = ${4 << random(4)}, workers: int = 4) -> DataLoader:`,
    `    data = Tokens${within}_${part}(root)`,
    '    return DataLoader(data, batch_size=batch, shuffle=True, num_workers=workers, pin_memory=True, drop_last=True)',
  ];
}

function lossPart(within: number, part: number, random: Random): string[] {
  return [
    `def loss_${within}_${part}(logits: torch.Tensor, target: torch.Tensor, smoothing: float = 0.${1 + random(8)}) -> torch.Tensor:`,
    '    """Cross entropy with label smoothing, and a penalty on large logits."""',
    '    classes = logits.size(-1)',
    '    log_probs = F.log_softmax(logits.float(), dim=-1)',
    '    with torch.no_grad():',
    '        smooth = torch.full_like(log_probs, smoothing / (classes - 1))',
    '        smooth.scatter_(-1, target.unsqueeze(-1), 1.0 - smoothing)',
    '    loss = -(smooth * log_probs).sum(dim=-1).mean()',
    '    penalty = torch.logsumexp(logits, dim=-1).pow(2).mean()',
    `    return loss + ${random(9) + 1}e-4 * penalty`,
    '',
    '',
    `def accuracy_${within}_${part}(logits: torch.Tensor, target: torch.Tensor, k: int = ${1 + random(5)}) -> float:`,
    '    _, best = logits.topk(k, dim=-1)',
    '    hits = best.eq(target.unsqueeze(-1)).any(dim=-1)',
    '    return hits.float().mean().item()',
  ];
}

function trainPart(within: number, part: number, random: Random): string[] {
  const usesCuda = random(3) === 0;
  return [
    `def ${part === 0 ? 'main' : `train_${within}_${part}`}(options: argparse.Namespace) -> None:`,
    usesCuda ? '    device = torch.device("cuda")' : '    device = torch.device(options.device)',
    '    torch.manual_seed(options.seed)',
    '    model = Net1(options.dim).to(device)',
    '    body = block_1(options.dim)',
    `    optimizer = torch.optim.AdamW(model.parameters(), lr=${random(9) + 1}e-4, weight_decay=0.1)`,
    '    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=options.steps)',
    ...(usesCuda ? ['    scaler = torch.cuda.amp.GradScaler()', '    model = model.cuda()'] : []),
    '    best = float("inf")',
    '    for step in range(options.steps):',
    '        x = torch.randn(options.batch, options.length, options.dim, device=device)',
    '        optimizer.zero_grad(set_to_none=True)',
    '        y = model(x)',
    '        loss = F.mse_loss(y, x)',
    '        loss.backward()',
    '        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)',
    '        optimizer.step()',
    '        schedule.step()',
    '        if step % options.log_every == 0:',
    '            print(f"{step}: {loss.item():.4f}")',
    '        best = min(best, loss.item())',
    '    if best < options.goal:',
    '        torch.save({"model": model.state_dict(), "body": body.state_dict()}, options.out)',
  ];
}
