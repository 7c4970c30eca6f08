import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFixes, mergeSettings, type ScriptKind } from '../../core/lint';
import { lintScriptFile, scriptText } from '../../core/lint/script';
import { pythonParser } from '../../core/pytorch';

const settings = mergeSettings({ targets: ['ascend-910b2'] });
const lint = (text: string, kind: ScriptKind = 'python') =>
  lintScriptFile({ path: `/x.${kind}`, kind, text }, pythonParser, settings);
const cell = (source: string) => ({ cell_type: 'code', source });

/** Texts that are made to break what reads them. None may throw; what each costs is bounded by its size. */
const texts: readonly (readonly [what: string, kind: ScriptKind, text: string])[] = [
  ['nothing', 'python', ''],
  ['brackets that never close', 'python', '('.repeat(100_000)],
  ['brackets that do', 'python', `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['a call in a call in a call', 'python', `import torch\n${'torch.abs('.repeat(3000)}x${')'.repeat(3000)}.cuda()\n`],
  ['a chain of methods', 'python', `import torch\nx = torch.zeros(1)${'.cuda()'.repeat(3000)}\n`],
  ['a sum of many', 'python', `x = ${'1 + '.repeat(50_000)}1\n`],
  ['blocks in blocks', 'python', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')],
  ['a long line', 'python', `x = "${'a'.repeat(1_000_000)}"  # cuda`],
  ['half a string', 'python', 'x = """cuda\n'.repeat(2000)],
  ['surrogates and controls', 'python', 'x = "\ud800\u0000\u001b[31m\u202e"\n'],
  [
    'names that are properties of Object',
    'python',
    'import torch\n__proto__ = torch.zeros(1)\n__proto__.cuda()\nconstructor = hasattr\n',
  ],
  ['brackets of JSON', 'notebook', '['.repeat(200_000)],
  ['cells in cells', 'notebook', `{"cells": ${'{"cells": ['.repeat(5000)}`],
  ['cells that are none', 'notebook', '{"cells": [null, 1, "x", [], {"cell_type": "code", "source": [1, null, {}]}]}'],
  ['half a notebook', 'notebook', JSON.stringify({ cells: [cell('import torch\nx.cuda()')] }).slice(0, -12)],
  ['quotes', 'shell', '"\'`$(${'.repeat(20_000)],
  ['here-documents', 'shell', 'cat <<A <<B <<C\n'.repeat(5000)],
  ['continued lines', 'dockerfile', `RUN a ${'\\\n'.repeat(50_000)}`],
  [
    'anchors of anchors',
    'yaml',
    `run: &a [x]\n${Array.from({ length: 200 }, (_, index) => `k${index}: [*a, *a, *a]`).join('\n')}`,
  ],
  ['lists in lists', 'yaml', `run: ${'['.repeat(5000)}`],
  ['a list of nothing', 'requirements', '==\n[\n'.repeat(10_000)],
];

for (const [what, kind, text] of texts) {
  test(`${kind}: ${what}`, () => {
    const { findings, problems } = lint(text, kind);
    assert.ok(Array.isArray(findings) && Array.isArray(problems));
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  });
}

test('ten thousand findings, each with a suppression, and with a fix', () => {
  const line = 'x = x.cuda()';
  const head = 'import torch\nx = torch.zeros(1)\n';
  const kept = lint(`${head}${`${line}  # portolan: ignore[cuda-call] why\n`.repeat(10_000)}`);
  assert.equal(kept.findings.filter(({ rule }) => rule === 'torch/cuda-call').length, 0);
  const found = lint(`${head}${`${line}\n`.repeat(10_000)}`);
  const { applied, text } = applyFixes(found.text, found.findings, new Set(['review', 'safe']));
  assert.equal(applied.length, 10_000);
  assert.ok(!text.includes('.cuda('));
});

test('a file of more than is read is told, and costs nothing', () => {
  const { text, problems } = scriptText(new Uint8Array(5 * 1024 * 1024).fill(0x61), 'python');
  assert.equal(text, '');
  assert.equal(problems[0]?.code, 'script/too-large');
});
