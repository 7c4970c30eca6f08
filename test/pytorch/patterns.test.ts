import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

const lines = (...code: string[]) => code.map((line) => `    ${line}\n`).join('');

/** The patterns of a function with this body, each with its parts as they stand in the text. */
function patterns(body: string, before = ''): string[] {
  const { facts } = analyze(`import torch\nimport torch.nn.functional as F\n${before}def forward(self, x):\n${body}`);
  return facts.patterns.map(({ pattern, parts, variant, span }) => {
    const said = Object.entries(parts).map(([name, { start, end }]) => `${name}=${facts.text.slice(start, end)}`);
    return [pattern, ...said, ...(variant ? [variant] : []), `| ${facts.text.slice(span.start, span.end)}`].join(' ');
  });
}

test('an RMS norm in one line, and over several', () => {
  assert.deepEqual(patterns(lines('return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)')), [
    'rms-norm input=x epsilon=eps | x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)',
  ]);
  const several = lines(
    'kind = x.dtype',
    'x = x.to(torch.float32)',
    'variance = torch.mean(x * x, dim=-1, keepdim=True)',
    'x = x * torch.rsqrt(variance + self.eps)',
    'return self.weight * x.to(kind)',
  );
  assert.deepEqual(patterns(several), ['rms-norm input=x epsilon=self.eps | x * torch.rsqrt(variance + self.eps)']);
  assert.deepEqual(patterns(lines('return x / torch.sqrt((x ** 2).mean(dim=-1, keepdim=True) + 1e-6)')), [
    'rms-norm input=x epsilon=1e-6 | x / torch.sqrt((x ** 2).mean(dim=-1, keepdim=True) + 1e-6)',
  ]);
});

test('what looks like an RMS norm', () => {
  const others = [
    // A layer norm.
    lines('y = x - x.mean(-1, keepdim=True)', 'return y * torch.rsqrt(y.pow(2).mean(-1, keepdim=True) + eps)'),
    // Over the channels of an image.
    lines('return x * torch.rsqrt(x.pow(2).mean(1, keepdim=True) + eps)'),
    // Without an epsilon, of a cube, of a sum.
    lines('return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True))'),
    lines('return x * torch.rsqrt(x.pow(3).mean(-1, keepdim=True) + eps)'),
    lines('return x * torch.rsqrt(x.pow(2).sum(-1, keepdim=True) + eps)'),
  ];
  for (const body of others) assert.deepEqual(patterns(body), [], body);
});

test('SwiGLU', () => {
  assert.deepEqual(patterns(lines('return self.w2(F.silu(self.w1(x)) * self.w3(x))')), [
    'swiglu gate=self.w1(x) up=self.w3(x) projections | F.silu(self.w1(x)) * self.w3(x)',
  ]);
  assert.deepEqual(patterns(lines('gate = self.w1(x)', 'return F.silu(gate) * self.w3(x)')), [
    'swiglu gate=gate up=self.w3(x) projections | F.silu(gate) * self.w3(x)',
  ]);
  assert.deepEqual(patterns(lines('gate, up = self.w1(x).chunk(2, -1)', 'gate = F.silu(gate)', 'return up * gate')), [
    'swiglu gate=gate up=up | up * gate',
  ]);
  assert.deepEqual(patterns(lines('return F.silu(x) * 2, F.silu(x) + x, F.gelu(x) * x')), []);
});

test('a rotary embedding', () => {
  const helper = 'def rotate_half(x):\n    x1, x2 = x.chunk(2, -1)\n    return torch.cat((-x2, x1), dim=-1)\n';
  assert.deepEqual(patterns(lines('return (x * cos) + (rotate_half(x) * sin)'), helper), [
    'rotary input=x cos=cos sin=sin half | (x * cos) + (rotate_half(x) * sin)',
  ]);
  assert.deepEqual(patterns(lines('return rotate_every_two(x) * sin + x * cos')), [
    'rotary input=x cos=cos sin=sin interleave | rotate_every_two(x) * sin + x * cos',
  ]);
  const written = lines('x1, x2 = x.chunk(2, -1)', 'y = torch.cat((-x2, x1), dim=-1)', 'return x * cos + y * sin');
  assert.deepEqual(patterns(written), ['rotary input=x cos=cos sin=sin | x * cos + y * sin']);
  assert.deepEqual(patterns(lines('return (y * cos) + (rotate_half(x) * sin), x * cos + y * sin')), []);
});

test('an attention, over several statements', () => {
  const plain = lines(
    'att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))',
    'att = att.masked_fill(self.bias[:, :, :T, :T] == 0, float("-inf"))',
    'att = F.softmax(att, dim=-1)',
    'att = self.attn_dropout(att)',
    'y = att @ v',
  );
  assert.deepEqual(patterns(plain), ['attention query=q value=v | att @ v']);
  const functions = lines(
    'scores = torch.matmul(q, k.transpose(2, 3)) / scale + mask',
    'weights = torch.softmax(scores.float(), dim=-1).to(q.dtype)',
    'return torch.matmul(weights, v)',
  );
  assert.deepEqual(patterns(functions), ['attention query=q value=v | torch.matmul(weights, v)']);
  const einsum = lines(
    'scores = torch.einsum("bshd,bthd->bsht", q, k) * scale',
    'if mask is not None:',
    '    scores += mask.unsqueeze(1)',
    'scores = scores.softmax(dim=-1, dtype=torch.float32).type_as(x)',
    'return torch.einsum("bsht,bthd->bshd", scores, v)',
  );
  assert.deepEqual(patterns(einsum), ['attention query=q value=v | torch.einsum("bsht,bthd->bshd", scores, v)']);
});

test('what looks like an attention', () => {
  // A soft choice of experts: the scores come from a weight that is not transposed.
  assert.deepEqual(patterns(lines('w = F.softmax(x @ self.gate, dim=-1)', 'return w @ self.experts')), []);
  assert.deepEqual(patterns(lines('return torch.matmul(F.softmax(x, -1), v), q @ k.transpose(-2, -1)')), []);
});

test('names that depend on themselves, and long chains of them, end', () => {
  assert.deepEqual(patterns(lines('silu = silu', 'x = x', 'return silu * x')), []);
  const chain = Array.from({ length: 3000 }, (_, index) => `x${index + 1} = x${index} * x${index}`);
  assert.deepEqual(patterns(lines('x0 = F.silu(x)', ...chain, 'return F.softmax(x3000)')).length <= 1, true);
});
