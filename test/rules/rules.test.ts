import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lintModel, mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { bytesSource } from '../../core/model';
import { parseModelText } from '../../core/onnx/text';
import { allRules, findRule } from '../../rules/checks';
import { annotatedModel, assertFindings } from '../harness/annotated-model';
import { memoryWorkspace } from '../harness/memory-workspace';
import { inRepository } from '../harness/repository';

const headings = {
  'en.md': ['What it does', 'Why', 'Example', 'Use instead', 'Evidence'],
  'zh-cn.md': ['作用', '原因', '示例', '替代做法', '依据'],
};

const folders = readdirSync(inRepository('rules/checks/onnx')).sort();
const workspace = memoryWorkspace(new Map([['/weights.bin', '']]));

test('the registry has every folder, and nothing else', () => {
  const areas = readdirSync(inRepository('rules/checks'), { withFileTypes: true }).filter((area) => area.isDirectory());
  const codes = areas.flatMap(({ name }) =>
    readdirSync(inRepository('rules/checks', name), { withFileTypes: true })
      .filter((rule) => rule.isDirectory())
      .map((rule) => `${name}/${rule.name}`),
  );
  assert.deepEqual(allRules.map(({ code }) => code).sort(), codes.sort());
});

for (const folder of folders) {
  const code = `onnx/${folder}`;
  const read = (...file: string[]) => readFileSync(inRepository('rules/checks/onnx', folder, ...file), 'utf8');
  const examples = readdirSync(inRepository('rules/checks/onnx', folder, 'examples')).sort();

  test(`${code} has a title, a page and examples of both kinds`, () => {
    const rule = findRule(code)!;
    assert.equal(rule.code, code);
    assert.ok(rule.title.en.length > 0 && /[\u4e00-\u9fff]/.test(rule.title.zh));
    assert.ok(existsSync(inRepository('rules/checks/onnx', folder, 'index.ts')));
    assert.ok(
      examples.some((name) => name.startsWith('bad')),
      'no bad example',
    );
    assert.ok(
      examples.some((name) => name.startsWith('good')),
      'no good example',
    );
    for (const name of examples) assert.match(name, /^(bad|good)(-[a-z0-9-]+)?\.onnxtxt$/);
  });

  for (const [name, expected] of Object.entries(headings)) {
    test(`the page ${code} ${name} has its sections, and a model in ONNX's text syntax`, () => {
      const page = read(name);
      assert.equal(page.split('\n')[0], `# ${code}`);
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        expected,
      );
      const sections = page.split(/^## .+$/m).slice(1);
      for (const [index, section] of sections.entries()) {
        assert.ok(section.trim().length > 20, `nothing below ${expected[index]}`);
      }
      const [, model] = /```text\n([\s\S]*?)```/.exec(sections[2]!)!;
      assert.deepEqual(parseModelText(model!).problems, []);
    });
  }

  test(`the pages of ${code} show the same model`, () => {
    const modelOf = (page: string) => /```text\n([\s\S]*?)```/.exec(page)![1];
    assert.equal(modelOf(read('zh-cn.md')), modelOf(read('en.md')));
  });

  for (const name of examples) {
    test(`${code}: ${name}`, async () => {
      const text = read('examples', name);
      const model = annotatedModel(text);
      const { settings, problems } = readConfiguration(text.slice(1, text.indexOf('\n')), '/portolan.config.json');
      assert.deepEqual(problems, []);
      const report = await lintModel(
        { path: '/model.onnx', source: bytesSource(model.bytes), workspace },
        mergeSettings(settings),
      );
      const own = report.findings.filter(({ rule }) => rule === code);
      assert.equal(
        name.startsWith('bad'),
        model.annotations.length > 0,
        'bad examples are annotated, good ones are not',
      );
      assert.ok(
        model.annotations.every(({ rule }) => rule === code),
        'an annotation of another rule',
      );
      assertFindings(model, own);
    });
  }
}
