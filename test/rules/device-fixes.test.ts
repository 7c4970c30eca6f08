import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDockerfile, readShell } from '../../core/launch';
import { applyFixes, mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript } from '../../core/lint/script';
import type { Fix, ScriptFacts } from '../../core/model';
import { analyzeScript, pythonParser } from '../../core/pytorch';

const fixed = (text: string, kinds: readonly Fix['kind'][]) => {
  const { settings } = readConfiguration('{"targets": ["ascend-910b2"]}', '/portolan.config.json');
  const { facts, problems } = analyzeScript('/script.py', text, pythonParser);
  assert.deepEqual(problems, []);
  const { findings } = lintScript(facts, problems, mergeSettings(settings));
  return applyFixes(text, findings, new Set(kinds)).text;
};

test('fixes keep the line breaks, tabs and comments of the file', () => {
  const text = [
    'import os',
    'import torch  # the framework',
    'if True:',
    '\tos.environ["CUDA_VISIBLE_DEVICES"] = "0"  # one',
    '\tx = torch.zeros(8).cuda(0)  # 移到显卡',
    '',
  ].join('\r\n');
  assert.equal(
    fixed(text, ['review', 'safe']),
    [
      'import os',
      'import torch  # the framework',
      'try:',
      '    import torch_npu  # noqa: F401',
      'except ImportError:',
      '    pass',
      'if True:',
      '\tos.environ["CUDA_VISIBLE_DEVICES"] = "0"  # one',
      '\tos.environ["ASCEND_RT_VISIBLE_DEVICES"] = "0"',
      '\tx = torch.zeros(8).npu(0)  # 移到显卡',
      '',
    ].join('\r\n'),
  );
});

test('a statement that shares its line, or continues over several, is not doubled', () => {
  const shared = 'import os\nos.environ["CUDA_VISIBLE_DEVICES"] = "0"; print(1)\n';
  assert.equal(fixed(shared, ['safe']), shared);
  const inBranch = 'import os\nif a: os.environ["CUDA_VISIBLE_DEVICES"] = "0"\n';
  assert.equal(fixed(inBranch, ['safe']), inBranch);
});

test('a variable of a Dockerfile and of a shell script is set for the target too', () => {
  const { settings } = readConfiguration('{"targets": ["ascend-910b2"]}', '/portolan.config.json');
  const after = (facts: ScriptFacts) => {
    const { findings } = lintScript(facts, [], mergeSettings(settings));
    return applyFixes(facts.text, findings, new Set<Fix['kind']>(['safe'])).text;
  };
  const docker = 'FROM base\nENV CUDA_LAUNCH_BLOCKING=1\nENV A=1 CUDA_VISIBLE_DEVICES=0\nENV CUDA_VISIBLE_DEVICES 0\n';
  assert.equal(
    after(readDockerfile('/Dockerfile', docker)),
    'FROM base\nENV CUDA_LAUNCH_BLOCKING=1\nENV ASCEND_LAUNCH_BLOCKING=1\nENV A=1 CUDA_VISIBLE_DEVICES=0\n' +
      'ENV CUDA_VISIBLE_DEVICES 0\nENV ASCEND_RT_VISIBLE_DEVICES 0\n',
  );
  const shell = 'export CUDA_VISIBLE_DEVICES=0,1  # two\nCUDA_VISIBLE_DEVICES=1 python train.py\n';
  assert.equal(
    after(readShell('/run.sh', shell)),
    'export CUDA_VISIBLE_DEVICES=0,1  # two\nexport ASCEND_RT_VISIBLE_DEVICES=0,1\nCUDA_VISIBLE_DEVICES=1 python train.py\n',
  );
});

test('without a release in the settings no portable form is safe', () => {
  const text = 'import torch\ntorch.cuda.synchronize()\nx = torch.zeros(8, device="cuda")\n';
  assert.equal(fixed(text, ['safe']), text);
});

test('an import goes behind the docstring and what must come first', () => {
  const text = '"""About."""\nfrom __future__ import annotations\n\nimport torch\n\ny = torch.zeros(8).cuda(1)\n';
  assert.match(
    fixed(text, ['review']),
    /^"""About."""\nfrom __future__ import annotations\n\nimport torch\ntry:\n {4}import torch_npu/,
  );
});
