import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, textOf } from './python';

test('the role of a call', () => {
  const { facts } = analyze(
    'import torch\nwith torch.no_grad(), torch.autocast("cuda") as a:\n  torch.manual_seed(0)\n@torch.inference_mode()\ndef f(): return torch.zeros(1)\n',
  );
  assert.deepEqual(
    facts.calls.map(({ name, role }) => [name, role]),
    [
      ['torch.no_grad', 'with'],
      ['torch.autocast', 'with'],
      ['torch.manual_seed', 'statement'],
      ['torch.inference_mode', 'decorator'],
      ['torch.zeros', 'value'],
    ],
  );
});

test('the use of a reference', () => {
  const { facts } = analyze(
    'import torch\n@torch.jit.script\ndef f(x: torch.Tensor) -> torch.Size: pass\nclass A(torch.nn.Module): pass\ntorch.backends.cudnn.benchmark = True\ng(torch.float64)\n',
  );
  assert.deepEqual(
    facts.references.map(({ name, use, assigned }) => [name, use, assigned?.constant]),
    [
      ['torch.jit.script', 'decorator', undefined],
      ['torch.Tensor', 'annotation', undefined],
      ['torch.Size', 'annotation', undefined],
      ['torch.nn.Module', 'base', undefined],
      ['torch.backends.cudnn.benchmark', 'store', true],
      ['torch.float64', 'load', undefined],
    ],
  );
});

const forms: readonly [code: string, form: string, text: string, whole: string][] = [
  ['torch.device("cuda:1")', 'literal', 'cuda:1', '"cuda:1"'],
  ['torch.device(f"cuda:{rank}")', 'f-string', 'cuda:', 'f"cuda:{rank}"'],
  ['torch.device("cuda:%d" % rank)', 'percent', 'cuda:%d', '"cuda:%d" % rank'],
  ['torch.device("cuda:{}".format(rank))', 'format', 'cuda:{}', '"cuda:{}".format(rank)'],
  ['torch.device("cuda:" + str(rank))', 'concatenation', 'cuda:', '"cuda:" + str(rank)'],
  ['name = "cuda:" + str(rank)\ntorch.device(name)', 'concatenation', 'cuda:', '"cuda:" + str(rank)'],
];
for (const [code, form, said, whole] of forms) {
  test(`the form of a device's name: ${code}`, () => {
    const text = `import torch\n${code}\n`;
    const [fact, more] = analyze(text).facts.deviceStrings;
    assert.deepEqual([fact!.form, fact!.text, textOf(text, fact!.span)], [form, said, whole]);
    assert.equal(textOf(text, fact!.nameSpan), 'cuda');
    assert.equal(more, undefined);
  });
}

test('every way to compare with a device', () => {
  const { facts } = analyze(
    'a == "cuda"\n"cuda" != a\n"cuda" in str(device)\nname.startswith("cuda")\nmatch device.type:\n  case "cuda": pass\n  case "cpu" | "nccl": pass\n',
  );
  assert.deepEqual(
    facts.deviceComparisons.map(({ operator, text, about }) => [operator, text, about]),
    [
      ['==', 'cuda', 'device'],
      ['!=', 'cuda', 'device'],
      ['in', 'cuda', 'device'],
      ['startswith', 'cuda', 'device'],
      ['match', 'cuda', 'device'],
      ['match', 'nccl', 'backend'],
    ],
  );
});

test('a launch of a Triton kernel, also below autotune and an alias of triton', () => {
  const { facts } = analyze(
    'import triton as t\nfrom triton import jit\n@t.autotune(configs=[])\n@jit\ndef k(): pass\n@t.jit(do_not_specialize=[])\ndef l(): pass\ndef m(): pass\ndef run():\n  k[grid](1)\n  l[(1,)](2)\n  m[grid](3)\n',
  );
  assert.deepEqual(
    facts.kernels.map(({ name }) => name),
    ['k', 'l'],
  );
  assert.deepEqual(
    facts.kernelLaunches.map(({ kernel, certainty, function: where }) => [kernel, certainty, where]),
    [
      ['k', 'proven', 'run'],
      ['l', 'proven', 'run'],
    ],
  );
});

test('the value that an environment variable is set to', () => {
  const { facts } = analyze('import os\nos.environ["A"] = "1"\nos.environ.setdefault("B", "2")\n');
  assert.deepEqual(
    facts.environment.map(({ variable, use, value }) => [variable, use, value]),
    [
      ['A', 'write', '1'],
      ['B', 'write', '2'],
    ],
  );
});

test('what a module was given is no method of torch.nn.Module', () => {
  const { facts } = analyze(
    'import torch.nn as nn\nclass A(nn.Module):\n  def forward(self, x):\n    self.own.tanh()\n    self.named_parameters()\n    x.grad_fn.apply()\n',
  );
  assert.deepEqual(
    facts.calls.map(({ name, certainty }) => [name, certainty]),
    [
      ['?.tanh', 'guessed'],
      ['torch.nn.Module.named_parameters', 'proven'],
      ['?.apply', 'guessed'],
    ],
  );
});

test('settings of dictionaries that are configurations of DeepSpeed', () => {
  const { facts } = analyze(
    'zero = {"stage": 2}\nfast = True\nconfig = {"train_batch_size": 8, "zero_optimization": zero, "fp16": {"enabled": fast}, ' +
      '"amp": {"enabled": f()}, "steps_per_print": 1}\nconfig["steps_per_print"] = 2\nother = {"fp16": 1, "optimizer": 2}\n',
  );
  assert.deepEqual(
    facts.settings?.map(({ keys, value }) => [keys.join('.'), value]),
    [
      ['train_batch_size', 8],
      ['zero_optimization.stage', 2],
      ['fp16.enabled', true],
      ['amp.enabled', undefined],
      ['steps_per_print', undefined],
      ['steps_per_print', 2],
    ],
  );
});

test("what a script changes in a configuration of DeepSpeed's", () => {
  const config = 'config = {"train_batch_size": 8, "zero_optimization": {"stage": 1}}\n';
  const changes = (text: string) =>
    analyze(config + text)
      .facts.settings!.slice(2)
      .map(({ keys, value }) => [keys.join('.'), value]);
  assert.deepEqual(changes('config.update({"bf16": {"enabled": True}})\n'), [['bf16.enabled', true]]);
  assert.deepEqual(changes('config["zero_optimization"].update({"stage": 3})\n'), [['zero_optimization.stage', 3]]);
  assert.deepEqual(changes('config["amp"] = {"enabled": True}\n'), [['amp.enabled', true]]);
  assert.deepEqual(changes('if f():\n  config["amp"] = {"enabled": True}\n'), [['amp.enabled', undefined]]);
  assert.deepEqual(changes('config["amp"] = 1\nconfig["amp"] = 2\n'), [
    ['amp', undefined],
    ['amp', undefined],
  ]);
  assert.deepEqual(changes('other.update({"amp": 1})\nconfig.update(other)\nconfig.update(amp=1)\n'), []);
});

test('names beyond ASCII are the same name in each of their forms, as PEP 3131 says', () => {
  const { facts } = analyze(
    'import torch as ﬁre\nfrom ｔｏｒｃｈ import nn as ℕ\nfire.zeros(1)\nN.Linear(1, 2)\ncafe\u0301 = fire.ones(1)\ncaf\u00e9.cuda()\n' +
      '数据 = fire.eye(1)\n数据.cuda()\n',
  );
  assert.deepEqual(
    facts.calls.map(({ name, certainty }) => `${name} ${certainty}`),
    [
      'torch.zeros proven',
      'torch.nn.Linear proven',
      'torch.ones proven',
      'torch.Tensor.cuda proven',
      'torch.eye proven',
      'torch.Tensor.cuda proven',
    ],
  );
  assert.deepEqual(
    [...facts.names].filter((name) => name !== name.normalize('NFKC')),
    [],
  );
});

test('what is compared with names that are no devices is none, in that function', () => {
  const compared = (text: string) => analyze(text).facts.deviceComparisons.map(({ text: said }) => said);
  assert.deepEqual(compared('def f(a):\n  if a == "cuda": pass\n  assert a in ("ref", "cuda")\n'), []);
  assert.deepEqual(compared('def f(a):\n  return a == "cuda" or a == "triton"\n'), []);
  assert.deepEqual(compared('def f(a):\n  assert a in ("ref", "x")\ndef g(a):\n  return a == "cuda"\n'), ['cuda']);
  assert.deepEqual(compared('a in ("cuda", "mps", "cpu:0", "auto", "")\na == "mlx"\n'), ['cuda']);
  assert.deepEqual(compared('a in ("nccl", "own")\n'), ['nccl']);
});
