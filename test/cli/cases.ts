import { clean, hostile, onnx, troubled } from './models';
import type { World } from './world';

/** One run of the program, and what must come of it, in memory and as a process alike. */
export interface Case extends World {
  readonly name: string;
  readonly code: 0 | 1 | 2;
  /** What the output holds. */
  readonly stdout?: readonly (string | RegExp)[];
  readonly stderr?: readonly (string | RegExp)[];
  /** What neither output holds. */
  readonly without?: readonly (string | RegExp)[];
  /** Paths of files that are written, with what they hold. */
  readonly writes?: Readonly<Record<string, string | RegExp>>;
}

const models = { 'clean.onnx': onnx(clean), 'sub/troubled.onnx': onnx(troubled) };
const both = { ...models, 'text.onnxtxt': troubled };
const on = ['--target', 'sophgo-bm1684x'];
const nothing = /^$/;
const colour = /\u001b/;

const help: readonly Case[] = [
  { name: 'no command', args: [], code: 2, stdout: [nothing], stderr: ['portolan COMMAND', 'lint PATH'] },
  {
    name: '--help',
    args: ['--help'],
    code: 0,
    stdout: ['Commands:', /^ {2}lint PATH… +What of ONNX models/m],
    stderr: [nothing],
  },
  { name: 'help', args: ['help'], code: 0, stdout: ['Exit codes:'] },
  { name: 'help in Chinese', args: ['--help'], env: { LANG: 'zh_CN.UTF-8' }, code: 0, stdout: ['命令：', '退出码：'] },
  {
    name: 'help of a command',
    args: ['lint', '--help'],
    code: 0,
    stdout: ['--fail-on SEVERITY', '--[no-]color', 'sarif=portolan.sarif'],
  },
  { name: 'help lint', args: ['help', 'lint', '--lang', 'zh-cn'], code: 0, stdout: ['用法：', '退出码为 1'] },
  { name: 'help of what is no command', args: ['help', 'lynt'], code: 2, stderr: ['did you mean "lint"?'] },
  { name: '--version', args: ['--version'], code: 0, stdout: [/^\d+\.\d+\.\d+\n$/] },
  { name: '-V', args: ['-V'], code: 0, stdout: [/^\d+\.\d+\.\d+\n$/] },
  {
    name: 'an unknown command',
    args: ['lnit'],
    code: 2,
    stdout: [nothing],
    stderr: ['unknown command "lnit"; did you mean "lint"?'],
  },
  {
    name: 'an unknown command in Chinese',
    args: ['lnit', '--lang=zh'],
    code: 2,
    stderr: ['未知命令“lnit”；是否想用“lint”？'],
  },
  {
    name: 'an option before the command',
    args: ['--target', 'x', 'lint'],
    code: 2,
    stderr: ['unknown option --target'],
  },
  { name: 'an unknown option', args: ['lint', '--traget', 'x', 'a'], code: 2, stderr: ['did you mean --target?'] },
  { name: 'an unknown language', args: ['rules', '--lang', 'fr'], code: 2, stderr: ['--lang: unknown language "fr"'] },
];

const lint: readonly Case[] = [
  {
    name: 'a clean model',
    args: ['lint', 'clean.onnx', ...on],
    files: models,
    code: 0,
    stdout: ['clean.onnx', 'sophgo-bm1684x · tpu-mlir', '2 of 2 operators run on the device', '1 model:'],
    without: [colour],
  },
  {
    name: 'findings',
    args: ['lint', '.', ...on],
    files: models,
    code: 1,
    stdout: [
      'sub/troubled.onnx',
      'error  onnx/unsupported-operator',
      '×2',
      'first (Det), byte',
      '2 models:',
      '2 errors',
    ],
  },
  {
    name: 'findings in Chinese',
    args: ['lint', '.', ...on, '--lang', 'zh-cn'],
    files: models,
    code: 1,
    stdout: ['错误  onnx/unsupported-operator', 'first (Det)，字节偏移', '2 个模型', '2 个错误', '接下来：'],
  },
  {
    name: 'a threshold that nothing reaches',
    args: ['lint', '.', ...on, '--fail-on', 'never'],
    files: models,
    code: 0,
  },
  {
    name: 'an unknown threshold',
    args: ['lint', '.', '--threshold', 'fatal'],
    files: models,
    code: 2,
    stderr: ['--threshold'],
  },
  {
    name: 'two targets',
    args: ['lint', 'clean.onnx', '-t', 'ascend-910b2,sophgo-bm1684x'],
    files: models,
    code: 0,
    stdout: [/ascend-910b2 · atc[\s\S]*sophgo-bm1684x · tpu-mlir/],
  },
  {
    name: 'a dimension that no model has',
    files: models,
    args: ['lint', 'clean.onnx', '-t', 'ascend-910b2', '--dim', 'sequence=128'],
    code: 0,
    stderr: ['portolan: --dim sequence: no dimension has this name'],
  },
  {
    name: 'a dimension without a size',
    files: models,
    args: ['lint', 'clean.onnx', '-t', 'ascend-910b2', '--dim', 'sequence'],
    code: 2,
    stderr: ['--dim: a name and a size such as sequence=128 are expected, not "sequence"'],
  },
  {
    name: 'a route',
    args: ['lint', 'clean.onnx', '-t', 'ascend-910b2', '--route', 'ort-cann'],
    files: models,
    code: 0,
    stdout: ['ascend-910b2 · ort-cann'],
  },
  {
    name: 'an unknown target',
    args: ['lint', 'clean.onnx', '-t', 'sophgo-bm1684xx'],
    files: models,
    code: 2,
    stdout: [nothing],
    stderr: ['"sophgo-bm1684xx"', 'Did you mean sophgo-bm1684x?'],
  },
  {
    name: 'a target for estimates only',
    args: ['lint', 'clean.onnx', '-t', 'nvidia-h20'],
    files: models,
    code: 2,
    stderr: ['nvidia-h20'],
  },
  { name: 'no path', args: ['lint', ...on], code: 2, stderr: ['nothing to look at'] },
  {
    name: 'a path that is not there',
    args: ['lint', 'gone.onnx', ...on],
    code: 2,
    stderr: ['gone.onnx: no such file or folder'],
  },
  {
    name: 'a folder with nothing to check',
    args: ['lint', 'sub', ...on],
    files: { 'sub/a.txt': '' },
    code: 2,
    stderr: ['no .onnx', 'no Python file'],
  },
  {
    name: 'a folder whose models Git ignores',
    args: ['lint', '.', ...on],
    files: { ...models, '.gitignore': '*.onnx' },
    code: 2,
    stderr: ['(2)', '--no-ignore'],
  },
  {
    name: 'what Git ignores, asked for',
    args: ['lint', '.', ...on, '--no-ignore'],
    files: { ...models, '.gitignore': '*.onnx' },
    code: 1,
    stdout: ['2 models'],
  },
  {
    name: '--ignore-pattern',
    args: ['lint', '.', ...on, '--ignore-pattern', 'sub'],
    files: models,
    code: 0,
    stdout: ['1 model:'],
    without: ['troubled'],
  },
  { name: 'a glob', args: ['lint', '**/t*.onnx', ...on], files: models, code: 1, stdout: ['1 model:', 'troubled'] },
  { name: 'standard input', args: ['lint', '-', ...on], stdin: onnx(troubled), code: 1, stdout: ['stdin.onnx', 'Det'] },
  {
    name: 'standard input with a name',
    args: ['lint', '--stdin', '--stdin-filename', 'dir/m.onnxtxt', ...on],
    stdin: new TextEncoder().encode(troubled),
    code: 1,
    stdout: ['dir/m.onnxtxt', /\b3:\d+ first \(Det\)/],
  },
  {
    name: 'a file that is no model',
    args: ['lint', 'page.onnx', ...on],
    files: { 'page.onnx': '<!DOCTYPE html><html></html>' },
    code: 2,
    stdout: ['page.onnx', 'What is wrong with the file itself'],
  },
  {
    name: 'a file that is no model beside one that is',
    args: ['lint', '.', ...on],
    files: { ...models, 'page.onnx': '<!DOCTYPE html><html></html>' },
    code: 1,
    stdout: ['page.onnx', '2 of 2 operators'],
  },
  {
    name: '--quiet',
    args: ['lint', 'clean.onnx', 'sub/troubled.onnx', ...on, '-q'],
    files: models,
    code: 1,
    stdout: ['onnx/unsupported-operator'],
    without: ['warning  ', 'note  '],
  },
  {
    name: 'names that would do harm in a terminal',
    args: ['lint', 'h.onnx', ...on],
    files: { 'h.onnx': hostile },
    code: 1,
    stdout: ['\\u001b[31mred\\u0007\\u000a::error'],
    without: [colour, /[\u0007\u009b\u202e]/, /^::error/m],
  },
  { name: 'colours', args: ['lint', 'clean.onnx', ...on, '--color'], files: models, code: 0, stdout: [colour] },
  {
    name: 'FORCE_COLOR',
    args: ['lint', 'clean.onnx', ...on],
    env: { FORCE_COLOR: '1' },
    files: models,
    code: 0,
    stdout: [colour],
  },
  {
    name: 'NO_COLOR',
    args: ['lint', 'clean.onnx', ...on],
    env: { NO_COLOR: '1', TERM: 'xterm' },
    columns: 80,
    files: models,
    code: 0,
    without: [colour],
  },
  { name: 'a terminal', args: ['rules', '--color'], columns: 80, code: 0, stdout: [colour] },
];

const configured: readonly Case[] = [
  {
    name: 'a configuration',
    args: ['lint', '.'],
    files: {
      ...models,
      'portolan.config.json': '{"targets": ["sophgo-cv186x"], "rules": {"onnx/unsupported-operator": "off"}}',
    },
    code: 0,
    stdout: ['sophgo-cv186x'],
    without: ['onnx/unsupported-operator'],
  },
  {
    name: 'the nearest configuration',
    args: ['lint', '.'],
    files: {
      ...models,
      'portolan.config.json': '{"targets": ["sophgo-cv186x"]}',
      'sub/portolan.config.json': '{"targets": ["ascend-310p"]}',
    },
    code: 0,
    stdout: [/clean\.onnx[\s\S]*sophgo-cv186x[\s\S]*troubled\.onnx[\s\S]*ascend-310p/],
  },
  {
    name: 'the command line wins',
    args: ['lint', 'clean.onnx', ...on],
    files: { ...models, 'portolan.config.json': '{"targets": ["ascend-310p"]}' },
    code: 0,
    stdout: ['sophgo-bm1684x'],
    without: ['ascend-310p'],
  },
  {
    name: 'a configuration that is named',
    args: ['lint', 'clean.onnx', '--config', 'ci/p.json'],
    files: { ...models, 'ci/p.json': '{"targets": ["ascend-310p"]}' },
    code: 0,
    stdout: ['ascend-310p'],
  },
  {
    name: 'a configuration that is not there',
    args: ['lint', 'clean.onnx', '-c', 'p.json'],
    files: models,
    code: 2,
    stderr: ['p.json: no such file'],
  },
  {
    name: 'a configuration that is wrong',
    args: ['lint', '.'],
    files: { ...models, 'portolan.config.json': '{\n  "targets": ["nowhere"],\n  "rulez": {}\n}' },
    code: 2,
    stdout: [nothing],
    stderr: [/portolan\.config\.json:2:15: .*nowhere/, /portolan\.config\.json:3:3: .*rulez/],
  },
  {
    name: 'what is ignored with a reason',
    args: ['lint', 'sub', ...on],
    files: {
      ...models,
      'portolan.config.json': '{"ignores": [{"node": "{first,second}", "reason": "removed before deployment"}]}',
    },
    code: 0,
    stdout: ['2 findings ignored'],
    without: ['Det)'],
  },
  {
    name: 'an ignore that nothing needs',
    args: ['lint', 'sub', ...on, '--fail-on', 'never'],
    files: { ...models, 'portolan.config.json': '{"ignores": [{"node": "third", "reason": "old"}]}' },
    code: 0,
    stderr: [/portolan\.config\.json:1:14: No finding meets this ignore any more/],
  },
];

const reports: readonly Case[] = [
  {
    name: 'GitHub annotations',
    args: ['lint', 'sub', ...on, '--format', 'github'],
    files: models,
    code: 1,
    stdout: [
      /^::error file=sub\/troubled\.onnx,title=error%3A onnx\/unsupported-operator · sophgo-bm1684x \(tpu-mlir\)::.*%0A/m,
    ],
  },
  {
    name: 'GitHub annotations of hostile names',
    args: ['lint', 'h.onnx', ...on, '--format', 'github'],
    files: { 'h.onnx': hostile },
    code: 1,
    without: [colour, /^::error file=x::/m],
  },
  {
    name: 'under GitHub Actions annotations come by themselves',
    args: ['lint', 'sub', ...on],
    env: { GITHUB_ACTIONS: 'true' },
    files: models,
    code: 1,
    stdout: ['1 model:', /^::error file=/m],
  },
  {
    name: 'Markdown',
    args: ['lint', '.', ...on, '-f', 'markdown'],
    files: models,
    code: 1,
    stdout: ['# Portolan', '## sub/troubled.onnx', '| Target | Route |', '### error: `onnx/unsupported-operator`'],
  },
  {
    name: 'Markdown of hostile names',
    args: ['lint', 'h.onnx', ...on, '-f', 'markdown'],
    files: { 'h.onnx': hostile },
    code: 1,
    without: [colour, /[^`\\]<script>(?!`)/],
  },
  {
    name: 'several reports, to the terminal and to files',
    args: ['lint', '.', ...on, '-f', 'text', '-f', 'sarif=out.sarif', '-f', 'json=out.json', '-f', 'markdown=out.md'],
    files: both,
    code: 1,
    stdout: ['3 models:'],
    writes: { 'out.sarif': '"version": "2.1.0"', 'out.json': '"version": 1', 'out.md': /^# Portolan/ },
  },
  {
    name: 'two machine formats on one output',
    args: ['lint', '.', '-f', 'json', '-f', 'text'],
    files: models,
    code: 2,
    stderr: ['json=FILE'],
  },
  {
    name: 'an unknown format',
    args: ['lint', '.', '-f', 'jsn'],
    files: models,
    code: 2,
    stderr: ['did you mean json?'],
  },
];

const ops: readonly Case[] = [
  {
    name: 'operators as a table',
    args: ['ops', 'clean.onnx', ...on],
    files: models,
    code: 0,
    stdout: [/^conv +Conv +2\.3 k +2\.0 KiB +native +float\[1,1,16,16\]$/m, 'sophgo-bm1684x · tpu-mlir'],
  },
  {
    name: 'operators without a target',
    args: ['ops', 'clean.onnx'],
    files: models,
    code: 0,
    stdout: [/^conv +Conv/m],
    without: ['native'],
  },
  {
    name: 'operators of several targets in one object',
    args: ['ops', 'clean.onnx', '-t', 'ascend-310p,ascend-910b2', '-f', 'json'],
    files: models,
    code: 2,
    stderr: ['jsonl'],
  },
  {
    name: 'operators of several models in one object',
    args: ['ops', '.', '-f', 'json'],
    files: models,
    code: 2,
    stderr: ['jsonl'],
  },
  {
    name: 'operators of no model',
    args: ['ops', 'page.onnx', '-f', 'json'],
    files: { 'page.onnx': '<html>' },
    code: 2,
    stdout: ['"nodes":['],
    stderr: ['page.onnx: '],
  },
];

const others: readonly Case[] = [
  { name: 'text', args: ['text', 'clean.onnx'], files: models, code: 0, stdout: ['Conv <', 'float[1,1,16,16] x'] },
  {
    name: 'text of no model',
    args: ['text', 'page.onnx'],
    files: { 'page.onnx': '<html>' },
    code: 2,
    stderr: ['page.onnx: '],
  },
  {
    name: 'explain',
    args: ['explain', 'onnx/unsupported-operator'],
    code: 0,
    stdout: ['What it does'],
    without: ['```', '## '],
  },
  {
    name: 'explain by the short name',
    args: ['explain', 'unsupported-operator', '--lang', 'zh-cn'],
    code: 0,
    stdout: ['作用'],
  },
  {
    name: 'Chinese is broken into lines as Chinese is',
    args: ['explain', 'unsupported-operator', 'silent-miscompilation', 'unsupported-opset', '--lang', 'zh-cn'],
    code: 0,
    stdout: [/\p{Script=Han}\n\p{Script=Han}/u],
    without: [/^ *[，。、；：？！）】》」』]/m],
  },
  {
    name: 'explain as Markdown',
    args: ['explain', 'unsupported-operator', '-f', 'markdown'],
    code: 0,
    stdout: [/^# onnx\/unsupported-operator$/m],
  },
  {
    name: 'explain as JSON',
    args: ['explain', 'unsupported-operator', '-f', 'json'],
    code: 0,
    stdout: ['"code": "onnx/unsupported-operator"'],
  },
  { name: 'explain nothing', args: ['explain'], code: 2, stderr: ['which rule?'] },
  {
    name: 'explain what is no rule',
    args: ['explain', 'onnx/unsuported-operator'],
    code: 2,
    stderr: ['did you mean onnx/unsupported-operator?'],
  },
  {
    name: 'targets',
    args: ['targets'],
    code: 0,
    stdout: ['Sophgo', /^ {2}sophgo-sc11-fp300 +SC11 FP300 .*2 × 128 GiB +tpu-mlir$/m, 'ascend-910b2'],
  },
  { name: 'targets in Chinese', args: ['targets', '--lang', 'zh-cn'], code: 0, stdout: ['算能', '华为昇腾'] },
  {
    name: 'rules',
    args: ['rules'],
    code: 0,
    stdout: [/^onnx\/unsupported-operator +error +\S/m, 'portolan explain RULE'],
  },
  {
    name: 'rules in Chinese',
    args: ['rules', '--lang', 'zh-cn'],
    code: 0,
    stdout: [/^onnx\/unsupported-operator +错误/m],
  },
];

export const cases: readonly Case[] = [...help, ...lint, ...configured, ...reports, ...ops, ...others];
