import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/lint';
import { readNotebook, scriptOfCells } from '../../core/notebook';

const code = (...source: string[]) => ({ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source });
const notebook = (...cells: unknown[]) =>
  JSON.stringify({ cells, metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 }, null, 1);
const sourceOf = (json: string, cell: number) => JSON.parse(json).cells[cell].source;

test('Python cells are one script; Markdown and cells of other languages are none', () => {
  const { script } = readNotebook(
    notebook(
      code('import torch\n', 'x = 1'),
      { cell_type: 'markdown', source: ['# x.cuda()'] },
      code('%%bash\n', 'ls'),
      code('y = x'),
    ),
  );
  assert.equal(script.text, 'import torch\nx = 1\ny = x\n');
  assert.deepEqual(
    script.cells.map(({ index }) => index),
    [0, 3],
  );
});

test('what only IPython understands is masked, as long as it was', () => {
  const text =
    '%%time\n%matplotlib inline\nif x:\n    !nvidia-smi\nfiles = !ls\ntorch.zeros?\ny = a % b\nz = (a\n  % b)\n!';
  const { text: masked, unmasked, commands } = scriptOfCells([{ isPython: true, text }]);
  assert.equal(masked.length, unmasked.length);
  assert.deepEqual(
    masked.split('\n').map((line) => line.replaceAll(/-+/g, '-')),
    ['##-', '##-', 'if x:', '    0#-', 'files = 0#-', '##-', 'y = a % b', 'z = (a', '  % b)', '#', ''],
  );
  assert.deepEqual(
    commands.map(({ start, end }) => unmasked.slice(start, end)),
    ['nvidia-smi', 'ls', ''],
  );
});

test('a command goes on behind a backslash, and Python after it', () => {
  const text = '!python run.py \\\n    --model {name} \\\n    # --fast\nx = 1\n%time f() \\\n\ny = 2\nz = a! \\\n  + 1';
  const { text: masked, unmasked, commands } = scriptOfCells([{ isPython: true, text }]);
  assert.equal(masked.length, unmasked.length);
  assert.deepEqual(
    masked.split('\n').map((line) => line.replaceAll(/-+/g, '-')),
    ['##-', '##-', '##-', 'x = 1', '##-', '', 'y = 2', 'z = a! \\', '  + 1', ''],
  );
  assert.deepEqual(
    commands.map(({ start, end }) => unmasked.slice(start, end)),
    ['python run.py \\\n    --model {name} \\\n    # --fast'],
  );
});

test('a notebook of another language has no script', () => {
  const json = JSON.stringify({ cells: [code('x <- 1')], metadata: { kernelspec: { language: 'R' } } });
  assert.equal(readNotebook(json).script.text, '');
});

test('a place of the script is found in the JSON text, whatever is escaped, and in its cell', () => {
  const json = notebook(code('a = 1'), code('s = "\\t中\u2028"\n', 'x.to("cuda")  # é\n'));
  const file = readNotebook(json);
  const start = file.script.text.indexOf('"cuda"');
  const span = file.toFile({ start, end: start + 6 })!;
  assert.equal(json.slice(span.start, span.end), '\\"cuda\\"');
  assert.deepEqual(file.toCell({ start, end: start + 6 }), {
    number: 2,
    line: 2,
    column: 6,
    length: 6,
    text: 'x.to("cuda")  # é',
  });
});

test('cells whose text is one string are edited as such', () => {
  const json = JSON.stringify({ cells: [{ cell_type: 'code', source: 'import torch\nx.cuda()\n' }] });
  const file = readNotebook(json);
  const at = file.script.text.indexOf('x.cuda');
  const edit = file.editOf({ span: { start: at, end: at }, newText: 'import torch_npu\n' })!;
  assert.equal(sourceOf(applyEdits(json, [edit]), 0), 'import torch\nimport torch_npu\nx.cuda()\n');
});

test('an inserted line is a string of its own', () => {
  const json = notebook(code('import torch\n', 'x.cuda()'));
  const file = readNotebook(json);
  const insert = (at: number, newText: string) =>
    applyEdits(json, [file.editOf({ span: { start: at, end: at }, newText })!]);
  const inner = insert(13, 'import torch_npu\n');
  assert.deepEqual(sourceOf(inner, 0), ['import torch\n', 'import torch_npu\n', 'x.cuda()']);
  // As Jupyter writes it.
  assert.equal(inner, notebook(code('import torch\n', 'import torch_npu\n', 'x.cuda()')));
  assert.deepEqual(sourceOf(insert(0, '"\\n"\n'), 0), ['"\\n"\n', 'import torch\n', 'x.cuda()']);
  assert.deepEqual(sourceOf(insert(21, '\ny = 1\n'), 0), ['import torch\n', 'x.cuda()\n', 'y = 1\n']);
});

test('a line that goes away leaves no empty string behind', () => {
  const json = notebook(code('a\n', 'b\n', 'c'));
  const edit = readNotebook(json).editOf({ span: { start: 2, end: 4 }, newText: '' })!;
  assert.deepEqual(sourceOf(applyEdits(json, [edit]), 0), ['a\n', 'c']);
});

test('nothing is written before the magic of a cell, nor over the border of two cells', () => {
  const json = notebook(code('%%time\n', 'x.cuda()'), code('y'));
  const file = readNotebook(json);
  const edit = file.editOf({ span: { start: 0, end: 0 }, newText: 'import torch_npu\n' })!;
  assert.deepEqual(sourceOf(applyEdits(json, [edit]), 0), ['%%time\n', 'import torch_npu\n', 'x.cuda()']);
  const border = file.script.cells[1]!.span.start;
  assert.equal(file.editOf({ span: { start: border - 3, end: border + 1 }, newText: '' }), undefined);
});

test('broken and foreign JSON: a problem with its place, and the cells before it', () => {
  const whole = notebook(code('x = 1'), code('y = 2'));
  const broken = readNotebook(whole.slice(0, whole.indexOf('y = 2') + 2));
  assert.equal(broken.problems[0]?.code, 'notebook/syntax');
  assert.match(broken.script.text, /^x = 1\n/);
  for (const json of [
    '',
    '{}',
    '[]',
    'null',
    '{"cells": 3}',
    '{"cells": [1, {}, {"source": {}}]}',
    '{"worksheets": []}',
  ]) {
    assert.equal(readNotebook(json).script.text, '');
  }
});

test('a hundred thousand cells', () => {
  const json = notebook(...Array.from({ length: 100_000 }, (_, index) => code(`x${index} = 1`)));
  const file = readNotebook(json);
  assert.equal(file.script.cells.length, 100_000);
  const start = file.script.text.indexOf('x99999');
  assert.equal(file.toCell({ start, end: start + 1 })?.number, 100_000);
});
