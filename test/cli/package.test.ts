import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inRepository } from '../harness/repository';
import { builtProgram } from './built-program';

const folder = path.resolve(path.dirname(builtProgram('package')), '..');

/** Packs the program as npm would publish it, and unpacks that where nothing else of the repository lies. */
function unpackedPackage(): string {
  const unpacked = inRepository('out/program-under-test/unpacked');
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  cpSync(inRepository('.npmignore'), path.join(folder, '.npmignore'));
  // Through a shell: on Windows npm is a script.
  const archive = run(`npm pack --ignore-scripts --silent --pack-destination "${unpacked}"`, [], folder, true);
  run('tar', ['-xzf', archive.trim()], unpacked);
  return path.join(unpacked, 'package');
}

function run(command: string, args: readonly string[], cwd: string, shell = false): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout;
}

const home = unpackedPackage();

test('the package has all that the program starts with', () => {
  // A run lints by itself what a thread fails on, so that a missing thread.cjs only shows in its time.
  assert.deepEqual(readdirSync(path.join(home, 'cli')), readdirSync(path.join(folder, 'cli')));
});

test('the packed program lints a folder of scripts', () => {
  const scripts = path.join(home, 'scripts');
  mkdirSync(scripts);
  // As many as threads are started for.
  for (let index = 0; index < 120; index += 1) {
    writeFileSync(path.join(scripts, `part_${index}.py`), 'import torch\n\nx = torch.ones(2).cuda()\n');
  }
  const lint = [
    'cli/bin.cjs',
    'lint',
    'scripts',
    '--target',
    'ascend-910b2',
    '--threads',
    '2',
    '--no-ignore',
    '--format',
    'json',
  ];
  const { files } = JSON.parse(run(process.execPath, lint, home)) as {
    files: { findings: { rule: string }[]; problems: unknown[] }[];
  };
  assert.equal(files.length, 120);
  for (const { findings, problems } of files) {
    assert.deepEqual(problems, []);
    assert.ok(findings.some(({ rule }) => rule === 'torch/cuda-call'));
  }
});
