import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';
import { KeptSyntax, type Parsed } from '../../core/pytorch/project/kept-syntax';

/** A project, and the paths of its files as they are parsed. */
function watched(files: Readonly<Record<string, string>>, charactersKept?: number) {
  const parsed: string[] = [];
  const pathOf = new Map(Object.entries(files).map(([path, text]) => [text, path]));
  const parser = {
    parse(text: string) {
      parsed.push(pathOf.get(text) ?? '?');
      return pythonParser.parse(text);
    },
  };
  const project = createScriptProject(parser, { charactersKept });
  for (const [path, text] of Object.entries(files)) project.update(path, text);
  return { project, parsed };
}

const files = {
  'model.py':
    'import torch\n\ndef device():\n    return torch.device("cuda")\n\ndef other():\n    return torch.zeros(1)\n',
  'one.py': 'from model import device\n\nx = device()\n',
  'two.py': 'from model import other\n\nx = other()\n',
};

test('the syntax of a file that others ask for is kept, that of others is not', () => {
  const { project, parsed } = watched(files);
  for (const path of Object.keys(files)) project.analyze(path);
  // It is not known yet that somebody will ask for the model; from then on it is.
  assert.deepEqual(parsed, ['model.py', 'one.py', 'model.py', 'two.py']);
  project.analyze('two.py');
  assert.deepEqual(parsed.slice(4), ['two.py']);
});

test('what was asked for longest ago goes first where there is no room', () => {
  const { project, parsed } = watched(files, 10);
  for (const path of ['one.py', 'two.py']) project.analyze(path);
  assert.deepEqual(parsed, ['one.py', 'model.py', 'two.py', 'model.py']);
});

test('a text that is another than the file at its path is parsed, and the file is not', () => {
  const { project, parsed } = watched(files);
  project.analyzeText('one.py', `${files['one.py']}y = x\n`);
  assert.deepEqual(parsed, ['?', 'model.py']);
  project.analyzeText('two.py', files['two.py']);
  assert.deepEqual(parsed, ['?', 'model.py', 'two.py']);
});

test('of a package with every name of many modules, the one is parsed that has the name', () => {
  const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const part = (index: number) =>
    `import torch\n\ndef model_${index}():\n    return torch.zeros(1)\n\n__all__ = ["model_${index}"]\n`;
  const { project, parsed } = watched({
    ...Object.fromEntries(numbers.map((index) => [`models/part_${index}.py`, part(index)])),
    'models/__init__.py': numbers.map((index) => `from .part_${index} import *\n`).join(''),
    'one.py': 'from models import model_5, model_7, none\n\nmodel_5()\nmodel_7()\nnone()\n',
  });
  project.analyze('one.py');
  assert.deepEqual(parsed, ['one.py', 'models/__init__.py', 'models/part_5.py', 'models/part_7.py']);
});

test('without a list of its names a module is parsed once, whatever is asked of it', () => {
  const { project, parsed } = watched(
    {
      'all.py': 'from many import *\nfrom more import *\n',
      'many.py': 'import torch\n\ndef first():\n    return torch.zeros(1)\n',
      'more.py': 'import torch\n\ndef second():\n    return torch.ones(1)\n',
      'one.py': 'from all import first, second, third, fourth\n\nfirst()\nsecond()\nthird()\nfourth()\n',
    },
    1_000_000,
  );
  project.analyze('one.py');
  assert.deepEqual(parsed.toSorted(), ['all.py', 'many.py', 'more.py', 'one.py']);
});

test('names that a module gets are found by those who import every name of it', () => {
  const { project } = watched({
    'all.py': 'from many import *\n',
    'many.py': '',
    'one.py': 'from all import x\nx(1)\n',
  });
  const names = () => project.analyze('one.py')!.facts.calls.map(({ name }) => name);
  assert.deepEqual(names(), []);
  project.update('many.py', 'from torch import zeros as x\n');
  assert.deepEqual(names(), ['torch.zeros']);
  project.update('many.py', 'from torch import zeros as x\n__all__ = []\n');
  assert.deepEqual(names(), []);
});

test('room is made while an answer is under way, and not of the files that it leads through', () => {
  const kept = new KeptSyntax(10);
  const add = (path: string) => kept.add(path, { evaluator: { text: '12345' } } as unknown as Parsed);
  const present = () => ['a', 'b', 'c', 'd'].filter((path) => kept.get(path) !== undefined);
  kept.during('a', () => {
    for (const path of ['a', 'b', 'c', 'd']) add(path);
    assert.deepEqual(present(), ['a', 'd']);
  });
  add('b');
  assert.deepEqual(present(), ['b', 'd']);
});
