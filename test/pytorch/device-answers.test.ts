import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';

/** What another file's name is known to ask for, where it is called, or read, in a condition. */
function handled(answers: string, asked: string): string {
  const project = createScriptProject(pythonParser);
  project.update('answers.py', `import importlib.util\nimport torch\n${answers}`);
  project.update('use.py', `import answers\nfrom other import g\n\nif answers.${asked}:\n    pass\nelse:\n    g()\n`);
  const { calls, guards } = project.analyze('use.py')!.facts;
  const { ported } = calls.find(({ name }) => name === 'other.g')!;
  return [...ported, ...guards.map(({ name }) => name)].join();
}

const asFunction = (body: string) => `def ask():\n${body.replaceAll(/^/gm, '  ')}`;

const cases: readonly (readonly [answers: string, asked: string, handled: string])[] = [
  ['ASCEND = hasattr(torch, "npu")', 'ASCEND', 'npu'],
  ['ASCEND = bool(getattr(torch, "npu", None))', 'ASCEND', 'npu'],
  ['ASCEND = getattr(torch, "npu", None) is not None', 'ASCEND', 'npu'],
  ['module = getattr(torch, "npu", None)', 'module', 'npu'],
  ['module = getattr(torch, "npu", torch.cuda)', 'module', ''],
  ['ASCEND = importlib.util.find_spec("torch_npu") is not None', 'ASCEND', 'npu'],
  ['ASCEND = importlib.util.find_spec("flash_attn") is not None', 'ASCEND', ''],
  ['try:\n  import torch_npu\n  ASCEND = True\nexcept ImportError:\n  ASCEND = False', 'ASCEND', 'npu'],
  ['try:\n  import torch_npu.npu\nexcept ImportError:\n  ASCEND = False\nelse:\n  ASCEND = True', 'ASCEND', 'npu'],
  ['try:\n  import apex\n  ASCEND = True\nexcept ImportError:\n  ASCEND = False', 'ASCEND', ''],
  ['ASCEND = False\nif x:\n  ASCEND = True', 'ASCEND', ''],
  [asFunction('return hasattr(torch, "npu") and torch.npu.is_available()'), 'ask()', 'npu'],
  [asFunction('if hasattr(torch, "npu"):\n  return True\nreturn False'), 'ask()', 'npu'],
  [asFunction('if hasattr(torch, "npu"):\n  return True\nreturn x'), 'ask()', ''],
  [asFunction('if not hasattr(torch, "npu"):\n  return False\nlog()\nreturn True'), 'ask()', 'npu'],
  [asFunction('if x:\n  return False\nreturn True'), 'ask()', ''],
  [asFunction('try:\n  import torch_npu\nexcept ImportError:\n  return False\nreturn True'), 'ask()', 'npu'],
  [asFunction('try:\n  import torch_npu\n  return True\nexcept ImportError:\n  return False'), 'ask()', 'npu'],
  [asFunction('try:\n  import torch_npu\nexcept ImportError:\n  pass\nreturn True'), 'ask()', ''],
  [asFunction('for x in y:\n  if hasattr(torch, "npu"):\n    return True\nreturn False'), 'ask()', ''],
  [asFunction('if torch.cuda.is_available():\n  return True\nreturn False'), 'ask()', 'torch.cuda.is_available'],
  [asFunction('if hasattr(torch, "npu"):\n  return True\nreturn torch.cuda.is_available()'), 'ask()', 'npu'],
  [
    'class P:\n  @property\n  def ascend(self):\n    return hasattr(torch, "npu")\nplatform = P()',
    'platform.ascend',
    'npu',
  ],
];
for (const [answers, asked, expected] of cases) {
  test(`the answer of another file: ${answers}`, () => assert.equal(handled(answers, asked), expected));
}
