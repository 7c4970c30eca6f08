import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings, planScriptDestinations, scriptKindOf } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScriptFile } from '../../core/lint/script';
import {
  buildReport,
  type PortingReport,
  portingJson,
  portingMarkdown,
  portingPage,
  readCudaSource,
  readEarlierReport,
  summarise,
} from '../../core/porting-report';
import { createScriptProject, pythonParser } from '../../core/pytorch';

const train = `import torch
import torch.distributed as dist
from flash_attn import flash_attn_func
from kernels import double_kernel

dist.init_process_group("nccl")
x = torch.zeros(8).cuda()
double_kernel[(1,)](x)
`;
const kernels = `import triton

@triton.jit
def double_kernel(x):
    pass

def double(x):
    double_kernel[(1,)](x)
`;
const ported = `import torch

if torch.npu.is_available():
    x = torch.zeros(8).npu()
`;
const folder = { 'train.py': train, 'kernels.py': kernels, 'ported.py': ported, 'requirements.txt': 'flash-attn\n' };
const source = readCudaSource('scale.cu', '__global__ void scale(float *x) {\n}\n');

function reportOf(
  files: Readonly<Record<string, string>>,
  targets: readonly string[],
  earlier?: string,
): PortingReport {
  const settings = mergeSettings(readConfiguration(JSON.stringify({ targets }), '/p.json').settings);
  const scripts = Object.entries(files).map(([path, text]) =>
    summarise(lintScriptFile({ path, kind: scriptKindOf(path)!, text }, pythonParser, settings), path),
  );
  return buildReport({
    name: 'model',
    operands: ['model'],
    date: '2026-01-02',
    destinations: planScriptDestinations(settings).destinations,
    shims: new Map(),
    scripts,
    sources: [source],
    unread: 0,
    earlier: earlier === undefined ? undefined : readEarlierReport(earlier),
    pathOf: (path) => path,
  });
}

const report = reportOf(folder, ['ascend-910b2', 'sophgo-sc11-fp300']);
const [ascend, sophgo] = report.targets as [PortingReport['targets'][0], PortingReport['targets'][0]];

test('the releases of PyTorch by which scripts were judged, and what says so', () => {
  const project = createScriptProject(pythonParser);
  for (const [path, text] of Object.entries({ 'a.py': train, 'requirements.txt': 'torch<2.5\n' }))
    project.update(path, text);
  const settings = mergeSettings(readConfiguration('{"targets": ["ascend-910b2"]}', '/p.json').settings);
  const script = { path: 'a.py', kind: 'python', text: train } as const;
  const scripts = [summarise(lintScriptFile(script, pythonParser, settings, undefined, project), 'a.py')];
  const { destinations } = planScriptDestinations(settings);
  const survey = {
    name: 'm',
    operands: ['m'],
    date: '2026-01-02',
    destinations,
    shims: new Map(),
    scripts,
    sources: [],
    unread: 0,
  };
  const pinned = buildReport({ ...survey, earlier: undefined, pathOf: (path) => path });
  const expected = [{ releases: '<2.5', pins: ['requirements.txt:1 torch<2.5'], files: 1 }];
  assert.deepEqual(pinned.targets[0]!.torch, expected);
  assert.match(portingMarkdown(pinned, '1', 'en'), /PyTorch \\<2\.5 \(1 script\), by requirements\.txt:1 torch\\<2\.5/);
  assert.match(portingPage(pinned, '1', 'zh-cn'), /PyTorch &lt;2\.5（1 个脚本），依据：requirements\.txt:1/);
  assert.deepEqual(report.targets[0]!.torch, []);
});

test('findings are counted by how sure they are, and told apart where not all are proven', () => {
  const files = { 'a.py': 'import torch\n\nx = torch.zeros(8).cuda()\n\n\ndef f(y):\n    y.cuda()\n' };
  const unsure = reportOf(files, ['ascend-910b2']);
  const [target] = unsure.targets;
  assert.deepEqual(target!.byCertainty, { proven: 1, assumed: 0, guessed: 1 });
  assert.deepEqual(target!.rules[0]!.byCertainty, { proven: 1, assumed: 0, guessed: 1 });
  const markdown = portingMarkdown(unsure, '1', 'en');
  assert.match(markdown, /### How sure the findings are/);
  assert.match(markdown, /\| guessed \| 1 \| a name looks like it \|/);
  assert.match(portingPage(unsure, '1', 'zh-cn'), /按名称推测/);
  assert.ok(
    !portingMarkdown(reportOf({ 'a.py': files['a.py'].slice(0, 40) }, ['ascend-910b2']), '1', 'en').includes(
      'How sure',
    ),
  );
});

test('the totals of a target are those of its rules and of its files', () => {
  for (const { findings, byEffort, byCertainty, rules, files, readyFiles } of report.targets) {
    assert.equal(byCertainty.proven + byCertainty.assumed + byCertainty.guessed, findings);
    const sum = (list: readonly { readonly findings: number }[]) => list.reduce((all, one) => all + one.findings, 0);
    assert.ok(findings > 0);
    assert.equal(byEffort.safe + byEffort.review + byEffort.manual, findings);
    assert.equal(sum(rules), findings);
    assert.equal(sum(files), findings);
    assert.equal(readyFiles + files.length, report.files.read);
  }
  assert.equal(ascend.rules.find(({ rule }) => rule === 'torch/distributed-backend')?.byEffort.safe, 1);
});

test('kernels come with their sizes and work, the longest first', () => {
  const seen = (one: typeof ascend) =>
    one.kernels.map(({ name, language, lines, launches, work }) => [name, language, lines, launches, work]);
  assert.deepEqual(seen(ascend), [
    ['double_kernel', 'triton', 2, 1, 'review'],
    ['scale', 'cuda', 2, 0, 'rewrite'],
  ]);
  assert.deepEqual(seen(sophgo)[0], ['double_kernel', 'triton', 2, 1, 'rewrite']);
});

test('libraries are counted by file, with what takes their place', () => {
  const flash = ascend.libraries.find(({ id }) => id === 'flash-attn')!;
  assert.deepEqual([flash.name, flash.status, flash.imports, flash.requirements], ['flash_attn', 'replace', 1, 1]);
  assert.equal(sophgo.libraries.find(({ id }) => id === 'triton')?.status, 'none');
});

test('what is ported already is told for its own target', () => {
  assert.deepEqual(ascend.ported.paths, ['ported.py']);
  assert.equal(sophgo.ported.files, 0);
});

test('progress since a saved report: solved and new, by file and rule', () => {
  const saved = JSON.stringify(portingJson(report, '1.0.0', 'en'));
  const now = reportOf(
    {
      ...folder,
      'train.py': train.replace('.cuda()', ''),
      'new.py': 'import torch\ntorch.zeros(8).cuda()\ntorch.ones(8).cuda()\n',
    },
    ['ascend-910b2', 'ascend-310p'],
    saved,
  );
  const [first, second] = now.targets;
  assert.equal(first?.progress?.date, '2026-01-02');
  assert.equal(first.progress.before, ascend.findings);
  assert.equal(first.progress.solved, 1);
  assert.equal(first.progress.added, 2);
  assert.equal(first.findings, ascend.findings - 1 + 2);
  assert.deepEqual(first.progress.rules, [{ rule: 'torch/cuda-call', before: 1, now: 2 }]);
  assert.equal(second?.progress, undefined, 'the saved report has no such target');
});

test('what is no saved report is refused', () => {
  for (const text of [
    '',
    '{}',
    '[]',
    'null',
    '{"version":2,"date":"","targets":[]}',
    '{"version":1,"date":"x","targets":[{}]}',
  ]) {
    assert.equal(readEarlierReport(text), undefined, text);
  }
  const bad = '{"version":1,"date":"x","targets":[{"target":"a","route":"b","files":[{"path":"p","rules":{"r":-1}}]}]}';
  assert.equal(readEarlierReport(bad), undefined);
});

test('the page needs nothing beside it, escapes names, and is in both languages', () => {
  const hostile = { ...report, name: '<script>alert(1)</script>' };
  const page = portingPage(hostile, '1.0.0', 'en');
  assert.ok(!/<script|https?:\/\/|<link|<img/.test(page.replaceAll(/xmlns="[^"]*"/g, '')));
  for (const said of [
    'Porting report',
    'Where to begin',
    'By rule',
    'Kernels',
    'Libraries',
    'Ported already',
    'scale.cu:1',
  ]) {
    assert.ok(page.replaceAll('<wbr>', '').includes(said), said);
  }
  const chinese = portingPage(report, '1.0.0', 'zh-cn');
  for (const said of ['移植报告', '从哪里开始', '按规则', '内核', '第三方库', '已移植', '安全修复'])
    assert.ok(chinese.includes(said), said);
});

test('the numbers are kept before they are compared with, and not once more', () => {
  const kept = '--format json=report.json';
  const first = portingMarkdown(report, '1.0.0', 'en');
  assert.ok(first.indexOf(kept) > 0 && first.indexOf(kept) < first.indexOf('--since report.json'));
  const progress = { date: '2026-01-02', before: 1, solved: 1, added: 0, rules: [] };
  const later = { ...report, targets: report.targets.map((porting) => ({ ...porting, progress })) };
  assert.ok(!portingMarkdown(later, '1.0.0', 'en').includes(kept));
});

test('Markdown: a name cannot end a cell, a folder without findings says so', () => {
  const hostile = reportOf({ 'a|b`c.py': 'import torch\nx = torch.zeros(8).cuda()\n' }, ['ascend-910b2']);
  const line = portingMarkdown(hostile, '1.0.0', 'en')
    .split('\n')
    .find((row) => row.includes('b`c.py'));
  assert.ok(line?.startsWith('| `` a\\|b`c.py `` |'), line);
  const clean = portingMarkdown(reportOf({ 'a.py': 'x = 1\n' }, ['ascend-910b2']), '1.0.0', 'zh-cn');
  assert.ok(clean.includes('没有待移植之处'));
});
