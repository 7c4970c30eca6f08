import { type Case, models, nothing, on } from './case';

export const configured: readonly Case[] = [
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
