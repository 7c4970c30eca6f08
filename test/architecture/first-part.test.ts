import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../harness/repository';

/** What the build puts into the first part of the command line with all that it imports (build.mjs). */
const entries = ['cli/main.ts', 'cli/commands/lint.ts', 'cli/reporters/text/index.ts'];

/** What only scripts, checkpoints, configurations, texts and searches need. */
const elsewhere =
  /^(core\/(pytorch\/(?!requirements\/formats)|launch|notebook|llm|estimate|onnx\/text|lint\/(checkpoint|configuration)\/)|rules\/checks\/(torch|llm|portolan)\/|(yaml|smol-toml|jsonc-parser|picomatch|ignore|diff|node:(os|worker_threads|crypto))(\/|$))/;

test('a lint of graphs loads nothing that only other files need', () => {
  const importers = new Map<string, string>(entries.map((file) => [file, 'the build']));
  for (const [file] of importers) {
    for (const name of importedValues(file)) if (!importers.has(name)) importers.set(name, file);
  }
  assert.ok(importers.has('core/onnx/reader/read-model.ts'), 'the walk finds the reader');
  const loaded = [...importers].filter(([name]) => elsewhere.test(name));
  assert.deepEqual(
    loaded.map(([name, importer]) => `${importer} imports ${name}`),
    [],
    'load it by import() where it is needed, or import its type alone',
  );
});

/** What a module imports for more than its types, as esbuild follows it: packages by name, own modules by their file. */
function importedValues(file: string): string[] {
  if (!/\.m?ts$/.test(file)) return [];
  const text = readFileSync(path.join(repositoryRoot, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s(?!type\b)([^'";]*?)\bfrom\s*'([^']+)'/gm);
  return [...statements]
    .filter(([, names]) => !namesTypesAlone(names!))
    .map(([, , name]) => (name!.startsWith('.') ? fileOf(path.posix.join(path.posix.dirname(file), name!)) : name!));
}

function namesTypesAlone(names: string): boolean {
  const list = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1];
  return list?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false;
}

function fileOf(module: string): string {
  const candidates = [module, `${module}.ts`, `${module}/index.ts`];
  return candidates.find((one) => /\.\w+$/.test(one) && existsSync(path.join(repositoryRoot, one))) ?? module;
}
