import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyFixes, mergeSettings } from '../../core/lint';
import { lintCheckpoint } from '../../core/lint/checkpoint';
import { readConfiguration } from '../../core/lint/configuration';
import { readModelDescription } from '../../core/llm';
import type { Finding, Fix } from '../../core/model';
import { findRule } from '../../rules/checks';
import { annotatedScript, assertScriptFindings } from '../harness/annotated-script';
import { inRepository } from '../harness/repository';

const headings = {
  'en.md': ['What it does', 'Why', 'Example', 'Use instead', 'Evidence'],
  'zh-cn.md': ['作用', '原因', '示例', '替代做法', '依据'],
};

const folders = readdirSync(inRepository('rules/checks/llm'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

for (const folder of folders) {
  const code = `llm/${folder}`;
  const inFolder = (...file: string[]) => inRepository('rules/checks/llm', folder, ...file);
  const read = (...file: string[]) => readFileSync(inFolder(...file), 'utf8');
  const examples = readdirSync(inFolder('examples')).sort();

  test(`${code} has a title, and examples of both kinds`, () => {
    const rule = findRule(code)!;
    assert.equal(rule.code, code);
    assert.equal(rule.input, 'checkpoint');
    assert.ok(rule.title.en.length > 0 && /[\u4e00-\u9fff]/.test(rule.title.zh));
    for (const kind of ['bad', 'good']) {
      assert.ok(
        examples.some((name) => name.startsWith(kind)),
        `no ${kind} example`,
      );
    }
  });

  for (const [name, expected] of Object.entries(headings)) {
    test(`the page ${code} ${name} has its sections, and a configuration`, () => {
      const page = read(name);
      assert.equal(page.split('\n')[0], `# ${code}`);
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        expected,
      );
      const sections = page.split(/^## .+$/m).slice(1);
      for (const [index, section] of sections.entries()) {
        assert.ok(section.trim().length > 10 && !section.includes('TODO'), `nothing below ${expected[index]}`);
      }
      const [, shown] = /```jsonc\n([\s\S]*?)```/.exec(sections[2]!)!;
      assert.ok(readModelDescription(shown!).config, 'the example is no JSON object');
    });
  }

  test(`the pages of ${code} show the same configuration`, () => {
    const shownIn = (page: string) => /```jsonc\n([\s\S]*?)```/.exec(page)![1];
    assert.equal(shownIn(read('zh-cn.md')), shownIn(read('en.md')));
  });

  for (const name of examples.filter((file) => /^(bad|good)[^.]*\.jsonc$/.test(file))) {
    const example = annotatedScript(read('examples', name), '//');
    const beside = besideOf(example.text);
    const lint = (text: string): readonly Finding[] => {
      const { settings, problems } = readConfiguration(example.configuration, '/portolan.config.json');
      assert.deepEqual(problems, []);
      const report = lintCheckpoint({ path: '/config.json', text, beside }, mergeSettings(settings));
      assert.deepEqual(report.problems, [], 'the example is no configuration');
      return report.findings.filter(({ rule }) => rule === code);
    };

    test(`${code}: ${name}`, () => {
      const { annotations } = example;
      assert.equal(name.startsWith('bad'), annotations.length > 0, 'bad examples are annotated, good ones are not');
      assert.ok(
        annotations.every(({ rule }) => rule === code),
        'an annotation of another rule',
      );
      assertScriptFindings(example, lint(example.text));
    });

    // What --fix=review makes of the example; a fix without such a file is a test that is missing.
    test(`${code}: ${name}, fixed`, () => {
      const findings = lint(example.text);
      const fixes = findings.flatMap((finding) => finding.fixes);
      const expected = `${name.replace(/\.jsonc$/, '')}.review.jsonc.txt`;
      assert.equal(examples.includes(expected), fixes.length > 0, `${expected} shows what the fixes do`);
      if (fixes.length === 0) return;
      const kinds = new Set<Fix['kind']>(['safe', 'review']);
      const fixed = applyFixes(example.text, findings, kinds);
      assert.equal(fixed.text, read('examples', expected));
      const fixedRules = new Set(findings.filter((finding) => finding.fixes.length > 0).map(({ rule }) => rule));
      assert.deepEqual(
        lint(fixed.text).filter((finding) => fixedRules.has(finding.rule) && finding.fixes.length > 0),
        [],
        'the fix does not fix',
      );
    });
  }
}

/** `// beside: tensors 123 bytes` and `// beside: quant_model_description.json` say what lies beside the example. */
function besideOf(text: string) {
  const bytes = /\/\/ beside: tensors (\d+) bytes/.exec(text)?.[1];
  return {
    files:
      bytes === undefined
        ? undefined
        : { tensorBytes: Number(bytes), tensors: 1, files: 1, bytesByType: new Map([['BF16', Number(bytes)]]) },
    hasQuantizationDescription: bytes === undefined ? /beside: quant_model_description/.test(text) : undefined,
  };
}
