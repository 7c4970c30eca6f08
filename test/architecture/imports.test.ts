import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { imports, sources } from './source-imports';

/** Folder -> what it may import of the repository's own folders (itself aside). Arrows go down only. */
const allowed: Record<string, readonly string[]> = {
  'core/model': [],
  'core/onnx': ['core/model'],
  'core/targets': ['core/model', 'rules'],
  'core/llm': ['core/model', 'rules'],
  'core/pytorch': ['core/model', 'rules'],
  'core/launch': ['core/model', 'core/pytorch'],
  'core/notebook': ['core/model'],
  'core/estimate': ['core/model', 'core/llm', 'core/targets', 'rules'],
  'core/page': ['core/model'],
  'core/estimate-report': ['core/model', 'core/llm', 'core/targets', 'core/estimate', 'core/page'],
  'rules/checks': ['core/model'],
  'core/lint': [
    'core/model',
    'core/onnx',
    'core/targets',
    'core/llm',
    'core/pytorch',
    'core/launch',
    'core/notebook',
    'core/estimate',
    'rules',
  ],
  'core/porting-report': ['core/model', 'core/targets', 'core/lint', 'core/page'],
  cli: ['core', 'rules'],
  server: ['core', 'rules'],
  client: [],
};

/** Modules outside the repository that a folder may import; none where it is not named. */
const packages: Record<string, RegExp> = {
  'core/llm': /^jsonc-parser$/,
  'core/pytorch': /^(yaml|smol-toml)$/,
  'core/launch': /^(jsonc-parser|yaml)$/,
  'core/notebook': /^jsonc-parser$/,
  'core/lint': /^(ignore|jsonc-parser|picomatch\/posix\.js|yaml|smol-toml)$/,
  'core/targets': /^jsonc-parser$/,
  'core/page': /^d3-(scale|shape)$/,
  'core/onnx': /^protobufjs\//,
  cli: /^(node:.*|diff|picocolors|picomatch|jsonc-parser|sarif)$/,
  server: /^(node:.*|vscode-.*|jsonc-parser|picomatch)$/,
  client: /^(vscode|vscode-languageclient(\/.*)?|node:.*)$/,
};

for (const [folder, targets] of Object.entries(allowed)) {
  test(`${folder} imports only what lies below it`, () => {
    const files = sources(folder);
    assert.ok(files.length > 0, `${folder} has no source`);
    for (const file of files) {
      for (const name of imports(file)) {
        if (!name.startsWith('.')) {
          assert.match(name, packages[folder] ?? /^$/, `${file} imports the package ${name}`);
          continue;
        }
        const target = path.posix.join(path.posix.dirname(file), name);
        const inside = [folder, ...targets].some((prefix) => target === prefix || target.startsWith(`${prefix}/`));
        assert.ok(inside, `${file} imports ${target}`);
      }
    }
  });
}
