import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyFixes, mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript } from '../../core/lint/script';
import type { Fix } from '../../core/model';
import { findRule } from '../../rules/checks';
import { annotatedScript, assertScriptFindings, commentOf } from '../harness/annotated-script';
import { readExample } from '../harness/example-script';
import { inRepository } from '../harness/repository';

const headings = {
  'en.md': ['What it does', 'Why', 'Example', 'Use instead', 'Fix', 'Evidence'],
  'zh-cn.md': ['作用', '原因', '示例', '替代做法', '修复', '依据'],
};

const inputs = { torch: ['script'], portolan: ['suppression', 'summary'] };
const codes = Object.keys(inputs).flatMap((area) =>
  readdirSync(inRepository('rules/checks', area))
    .sort()
    .map((folder) => `${area}/${folder}`),
);
const only = process.env['PORTOLAN_RULE'];

for (const code of codes.filter((name) => only === undefined || name.endsWith(`/${only}`))) {
  const [area, folder] = code.split('/') as [keyof typeof inputs, string];
  const inFolder = (...file: string[]) => inRepository('rules/checks', area, folder, ...file);
  const read = (...file: string[]) => readFileSync(inFolder(...file), 'utf8');
  const examples = readdirSync(inFolder('examples')).sort();

  test(`${code} has a title, a page and examples of both kinds`, () => {
    const rule = findRule(code)!;
    assert.equal(rule.code, code);
    assert.ok(inputs[area].includes(rule.input));
    assert.ok(rule.title.en.length > 0 && /[\u4e00-\u9fff]/.test(rule.title.zh));
    assert.ok(
      examples.some((name) => name.startsWith('bad')),
      'no bad example',
    );
    assert.ok(
      examples.some((name) => name.startsWith('good')),
      'no good example',
    );
  });

  for (const [name, expected] of Object.entries(headings)) {
    test(`the page ${code} ${name} has its sections, and code`, () => {
      const page = read(name);
      assert.equal(page.split('\n')[0], `# ${code}`);
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        expected,
      );
      for (const [index, section] of page
        .split(/^## .+$/m)
        .slice(1)
        .entries()) {
        assert.ok(section.trim().length > 10, `nothing below ${expected[index]}`);
        assert.ok(!section.includes('TODO'), `TODO below ${expected[index]}`);
      }
      assert.match(page, /```\w+\n[\s\S]*?```/);
    });
  }

  test(`the pages of ${code} show the same code`, () => {
    const codeOf = (page: string) => [...page.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, text]) => text);
    const withoutComments = (texts: (string | undefined)[]) => texts.map((text) => text!.replaceAll(/ *#.*$/gm, ''));
    assert.deepEqual(withoutComments(codeOf(read('zh-cn.md'))), withoutComments(codeOf(read('en.md'))));
  });

  for (const name of examples.filter((file) => /^(bad|good)[^.]*\.\w+$/.test(file))) {
    const lint = (text: string, configuration: string) => {
      const { settings, problems } = readConfiguration(configuration, '/portolan.config.json');
      assert.deepEqual(problems, []);
      const analysed = readExample(name, text, inFolder('examples'));
      assert.deepEqual(analysed.problems, [], 'the example is not well-formed');
      const report = lintScript(analysed.facts, analysed.problems, mergeSettings(settings), undefined, analysed.index);
      const findings = report.findings.filter(({ rule }) => rule === code);
      for (const { message, advice, fixes } of findings) {
        for (const text of [message, advice, ...fixes.map(({ title }) => title)]) {
          assert.doesNotMatch(`${text?.en}${text?.zh}`, /\[object /, 'a value where words are meant');
        }
      }
      return findings;
    };

    test(`${code}: ${name}`, () => {
      const script = annotatedScript(read('examples', name), commentOf(name));
      assert.equal(
        name.startsWith('bad'),
        script.annotations.length > 0,
        'bad examples are annotated, good ones are not',
      );
      assert.ok(
        script.annotations.every(({ rule }) => rule === code),
        'an annotation of another rule',
      );
      const findings = lint(script.text, script.configuration);
      assertScriptFindings(script, findings);
      const texts = findings.flatMap(({ message, advice, fixes }) => [
        message,
        advice,
        ...fixes.map(({ title }) => title),
      ]);
      for (const { en, zh } of texts.filter((text) => text !== undefined)) {
        assert.ok(!/\[object|undefined/.test(`${en} ${zh}`), `a value that is no text in: ${en}`);
      }
    });

    // What --fix (safe) and --fix=review (both) make of the example; a fix without such a file is a test that is missing.
    const levels: readonly (readonly [string, readonly Fix['kind'][]])[] = [
      ['safe', ['safe']],
      ['review', ['review', 'safe']],
    ];
    for (const [level, kinds] of levels) {
      test(`${code}: ${name} after ${level} fixes`, () => {
        const script = annotatedScript(read('examples', name), commentOf(name));
        const findings = lint(script.text, script.configuration);
        const expected = name.replace(/(\.\w+)$/, `.${level}$1.txt`);
        const fixes = findings.flatMap((finding) => finding.fixes).filter(({ kind }) => kind === level);
        if (fixes.length === 0) {
          assert.ok(!existsSync(inFolder('examples', expected)), `there is no ${level} fix, but ${expected}`);
          return;
        }
        for (const { title } of fixes) {
          assert.ok(title.en !== '' && /[\u4e00-\u9fff]/.test(title.zh));
          assert.doesNotMatch(`${title.en} ${title.zh}`, /\bundefined\b|\[object /);
        }
        const fixed = applyFixes(script.text, findings, new Set(kinds)).text;
        assert.ok(existsSync(inFolder('examples', expected)), `${expected} is missing; it would read:\n${fixed}`);
        assert.equal(fixed, read('examples', expected));
        assert.deepEqual(readExample(name, fixed).problems, [], 'the result is not well-formed');
        // Idempotent: what has been fixed is not fixed again.
        const again = lint(fixed, script.configuration);
        assert.equal(applyFixes(fixed, again, new Set(kinds)).text, fixed);
      });
    }
  }
}
