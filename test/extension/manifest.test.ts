import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { usualLoad } from '../../core/estimate-report';
import { defaultSettings, levels, precisions, routes, shimNames } from '../../core/lint';
import { inRepository } from '../harness/repository';
import { manifest, readJson } from './manifest';

const { contributes } = manifest;
const settings = contributes.configuration.properties;

test('the settings offer what a configuration knows', () => {
  assert.deepEqual(settings['portolan.rules']?.additionalProperties?.enum, levels);
  assert.deepEqual(settings['portolan.precision']?.enum, [null, ...precisions]);
  assert.deepEqual(settings['portolan.routes']?.items?.enum, routes);
  assert.deepEqual(settings['portolan.shim']?.enum, shimNames);
  for (const [name, value] of Object.entries(usualLoad)) {
    assert.equal(settings[`portolan.estimate.${name}`]?.default, value);
  }
});

test('the setting of targets names the targets that are assumed without it', () => {
  assert.deepEqual(settings['portolan.targets']?.default, []);
  const { 'setting.targets': text } = readJson<Record<string, string>>('package.nls.json');
  assert.deepEqual(defaultSettings.targets, ['sophgo-sc11-fp300', 'ascend-910b2']);
  assert.match(text!, /a Sophgo SC11 FP300 and an Ascend 910B2 are assumed/);
});

test('files that the manifest names are there', () => {
  const files = [
    manifest.icon,
    ...contributes.languages.map(({ configuration }) => configuration),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.jsonValidation.map(({ url }) => url),
  ];
  for (const file of files) assert.ok(existsSync(inRepository(file)), file);
});

test('types of VS Code are those of the oldest one that is supported', () => {
  const oldest = manifest.engines.vscode.replace(/^\^(\d+\.\d+).*/, '$1');
  assert.match(manifest.devDependencies['@types/vscode']!, new RegExp(`^~${oldest.replace('.', '\\.')}\\.`));
});

test('commands that something refers to are contributed', () => {
  const known = new Set(contributes.commands.map(({ command }) => command));
  const sources = [
    'package.nls.json',
    'client/client-options.ts',
    'server/verbs/code-lens.ts',
    'server/verbs/code-action.ts',
  ];
  const used = sources.flatMap(
    (file) => readFileSync(inRepository(file), 'utf8').match(/portolan\.[a-z]\w*(?=[')?])/g) ?? [],
  );
  assert.ok(used.length > 5);
  for (const command of used) assert.ok(known.has(command), command);
});

for (const language of ['en', 'zh-cn']) {
  test(`the problem matcher reads what the command line writes (${language})`, () => {
    const [{ pattern }] = contributes.problemMatchers as [Manifest['contributes']['problemMatchers'][number]];
    const lines = readFileSync(inRepository('test', 'cli', 'snapshots', `report.${language}.github.snap`), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('::'));
    assert.ok(lines.length > 0);
    for (const line of lines) {
      const match = new RegExp(pattern.regexp).exec(line);
      assert.ok(match, line);
      assert.match(match[pattern.severity]!, /^(error|warning|notice)$/);
      assert.match(match[pattern.file]!, /\.(onnx(txt)?|py|txt)$/);
      assert.match(match[pattern.code]!, /^[\w-]+\/[\w-]+$/);
      assert.ok(match[pattern.message]!.length > 3 && !match[pattern.message]!.includes('%0A'), line);
    }
  });
}

test('the package has the bundles and what they need, and no sources', () => {
  const vsce = inRepository('node_modules', '@vscode', 'vsce', 'vsce');
  const files = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
    cwd: inRepository(),
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
  for (const file of ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'LICENSE', manifest.icon]) {
    assert.ok(files.includes(file), file);
  }
  assert.ok(files.includes('l10n/bundle.l10n.zh-cn.json'));
  const allowed =
    /^(dist\/(client|server)[\w.]*js|client\/(icon\.png|syntaxes\/.*\.json|walkthrough\/.*\.md)|l10n\/.*\.json|rules\/schema\/.*\.json|package(\.nls.*)?\.json|README.*\.md|LICENSE)$/;
  assert.deepEqual(
    files.filter((file) => !allowed.test(file)),
    [],
  );
});

type Manifest = typeof manifest;
