import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';

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
