import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './python';

/*
 * What someone has in the editor while typing. The broken place costs what stands at it, no more: each case names the
 * calls of torch that are still found, around it and in it, and the lines that a problem is told at.
 */
const cases: readonly [what: string, code: string, calls: string, lines: readonly number[]][] = [
  ['an attribute that is not written yet', 'x = torch.cuda.\ntorch.ones(1)', 'ones', [1]],
  ['an attribute whose beginning is a keyword', 'x = torch.zeros(1).is\ntorch.ones(1)', 'zeros ones', [1]],
  ['an attribute in a call', 'f(torch.zeros(1), torch.)\ntorch.ones(1)', 'zeros ones', [1]],
  ['a call that is not closed', 'f(a, torch.zeros(1)\ntorch.ones(1)', 'zeros ones', [1]],
  ['a call in a call that is not closed', 'f(a, torch.zeros("cuda"\nx = torch.ones(1)', 'zeros ones', [1]],
  ['a call that is not closed, before assignments', 'x = f(\ny = torch.zeros(1)\nz = torch.ones(1)', 'zeros ones', [1]],
  [
    'a call that is not closed in a function',
    'def g():\n  x = f(torch.zeros(1),\n  y = torch.ones(1)\n  return y\ntorch.rand(1)',
    'zeros ones rand',
    [2],
  ],
  ['a list that is not closed, before a definition', 'x = [torch.zeros(1),\ndef f(): torch.ones(1)', 'zeros ones', [1]],
  ['a dictionary that is not closed', 'x = {"a": torch.zeros(1),\nimport a\ntorch.ones(1)', 'zeros ones', [1]],
  [
    'a bracket that is not closed, before an import',
    'f(torch.zeros(1)\nfrom a import b\ntorch.ones(1)',
    'zeros ones',
    [1],
  ],
  [
    'a bracket that is not closed, before a decorator',
    'f(torch.zeros(1)\n@g\ndef h(): torch.ones(1)',
    'zeros ones',
    [1],
  ],
  ['a closing bracket of another kind', 'x = f[torch.zeros(1)) + 1\ntorch.ones(1)', 'zeros ones', [1]],
  ['a closing bracket too many', 'torch.zeros(1))\ntorch.ones(1)', 'zeros ones', [1]],
  ['a bracket inside another that is not closed', 'x = f[g(torch.zeros(1)]\ntorch.ones(1)', 'zeros ones', [1]],
  ['a comma that is missing', 'f(torch.zeros(1) torch.ones(1), a=torch.rand(1))', 'zeros ones rand', [1]],
  ['an operand that is missing', 'x = torch.zeros(1) +\ntorch.ones(1)', 'zeros ones', [1]],
  ['an operand that is missing in brackets', 'x = f(torch.zeros(1) + , torch.ones(1))', 'zeros ones', [1]],
  ['a value that is missing', 'x =\ntorch.ones(1)', 'ones', [1]],
  ['a keyword without its value', 'f(device=, x=torch.zeros(1))\ntorch.ones(1)', 'zeros ones', [1]],
  ['an equals sign too many', 'x = = torch.zeros(1)\ntorch.ones(1)', 'zeros ones', [1]],
  ['a string that is not closed', 'x = torch.zeros("cuda)\ntorch.ones(1)', 'zeros ones', [1]],
  ['a string in three quotes that is not closed', 'x = """text\nimport a\ndef f(): torch.ones(1)', 'ones', [1]],
  ['an f-string that is not closed', 'x = f"{torch.zeros(1)} a\ntorch.ones(1)', 'zeros ones', [1]],
  ['a field that is not closed', 'x = f"{torch.zeros(1)" + torch.ones(1)\ntorch.rand(1)', 'zeros ones rand', [1]],
  ['a field with nothing in it', 'x = f"{}" + torch.zeros(1)', 'zeros', [1]],
  ['a colon that is missing', 'if torch.zeros(1)\n  torch.ones(1)\ntorch.rand(1)', 'zeros ones rand', [1]],
  ['a suite that is missing', 'if torch.zeros(1):\ntorch.ones(1)', 'zeros ones', [1]],
  ['a suite that is missing at the end', 'def f():\n  if torch.zeros(1):\n', 'zeros', [2]],
  ['parameters that are not closed', 'def f(a, b:\n  torch.zeros(1)\ntorch.ones(1)', 'zeros ones', [1]],
  ['parameters that are no names', 'def f(-a, not b, 1): torch.zeros(1)\ntorch.ones(1)', 'zeros ones', [1]],
  ['a definition without a name', 'def\ntorch.ones(1)', 'ones', [1]],
  [
    'a keyword that is not written right',
    'whle torch.zeros(1):\n  torch.ones(1)\ntorch.rand(1)',
    'zeros ones rand',
    [1],
  ],
  ['= for == in a condition', 'if x = torch.zeros(1):\n  torch.ones(1)', 'zeros ones', [1]],
  [
    'a line that is indented without reason',
    'torch.zeros(1)\n    torch.ones(1)\ntorch.rand(1)',
    'zeros ones rand',
    [2],
  ],
  [
    'a line between two indentations',
    'def f():\n    torch.zeros(1)\n  torch.ones(1)\n  torch.rand(1)\ntorch.eye(1)',
    'zeros ones rand eye',
    [3],
  ],
  ['else without an if', 'else:\n  torch.ones(1)\ntorch.rand(1)', 'ones rand', [1]],
  ['a decorator of nothing', '@torch.no_grad()\nx = torch.zeros(1)', 'no_grad zeros', [2]],
  ['an import that is not written to its end', 'from a import\ntorch.ones(1)', 'ones', [1]],
  ['an import of a list that is not closed', 'from a import (b,\ntorch.ones(1)', 'ones', [1]],
  ['a lambda without its body', 'f(lambda x:, torch.ones(1))', 'ones', [1]],
  ['a comprehension without what it goes through', '[torch.zeros(1) for x in]\ntorch.ones(1)', 'zeros ones', [1]],
  ['match without a colon', 'match torch.zeros(1)\n  case 1: torch.ones(1)', 'zeros ones', [1, 2]],
  ['no case in a match', 'match torch.zeros(1):\n  torch.ones(1)\n  case 1: torch.rand(1)', 'zeros ones rand', [2]],
  ['a character that Python has not', 'x = torch.zeros(1) ? torch.ones(1)\ntorch.rand(1)', 'zeros ones rand', [1]],
  ['full-width punctuation', 'f(torch.zeros(1)，torch.ones(1))\ntorch.rand(1)', 'zeros ones rand', [1]],
  [
    'lines of a conflict',
    '<<<<<<< HEAD\ntorch.zeros(1)\n=======\ntorch.ones(1)\n>>>>>>> other\n',
    'zeros ones',
    [1, 3, 5],
  ],
];

for (const [what, code, calls, lines] of cases) {
  test(`broken: ${what}`, () => {
    const text = `import torch\n${code}`;
    const { facts, problems } = analyze(text);
    const found = facts.calls.map(({ name }) => name).filter((name) => name.startsWith('torch.'));
    assert.equal(found.map((name) => name.slice('torch.'.length)).join(' '), calls);
    assert.deepEqual(
      problems.map(({ span }) => text.slice(0, span!.start).split('\n').length - 1),
      lines,
    );
  });
}

const valid: readonly [what: string, code: string][] = [
  ['a call whose lines begin at the left', 'x = dict(\na=torch.zeros(1),\nb=2,\n)\ntorch.ones(1)'],
  ['a list whose lines begin at the left', 'def f():\n  x = [\ntorch.zeros(1),\n"b",\n]\n  torch.ones(1)'],
  ['keywords of expressions at the left', 'x = (torch.zeros(1)\nif a\nelse torch.ones(1)\n)'],
  ['words of statements as names', 'match = case = type = torch.zeros(1)\nmatch.case(type)[match] = torch.ones(1)'],
];
for (const [what, code] of valid) {
  test(`not broken: ${what}`, () => {
    const { facts, problems } = analyze(`import torch\n${code}\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      facts.calls.map(({ name }) => name).filter((name) => name.startsWith('torch.')),
      ['torch.zeros', 'torch.ones'],
    );
  });
}
