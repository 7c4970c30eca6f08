import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { readConfiguration } from '../../core/lint/configuration';
import { inRepository } from '../harness/repository';

const read = (text: string) => readConfiguration(text, '/project/portolan.config.json');

/** What a problem is about: the text under its span. */
const located = (text: string) =>
  read(text).problems.map(({ code, span }) => `${code}: ${text.slice(span!.start, span!.end)}`);

test('a configuration with comments and trailing commas says everything that settings have', () => {
  const text = `{
    // What we ship on.
    "$schema": "./portolan-config.schema.json",
    "targets": ["sophgo-bm1684x", "ascend-310p",],
    "routes": ["ort-cann"],
    "precision": { "*": "f16", "sophgo-bm1684x": "int8" },
    "rules": { "onnx/slow-operator": "off", "onnx/host-fallback": "error" },
    "ignores": [{ "rule": "onnx/graph-split", "node": "/head/**", "file": "models/*.onnx", "reason": "runs once" }],
    "threshold": "warning", /* for CI */
  }`;
  const { settings, problems } = read(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(settings.targets, ['sophgo-bm1684x', 'ascend-310p']);
  assert.deepEqual(settings.routes, ['ort-cann']);
  assert.deepEqual(
    [...settings.precision!],
    [
      ['*', 'f16'],
      ['sophgo-bm1684x', 'int8'],
    ],
  );
  assert.deepEqual(
    [...settings.levels!],
    [
      ['onnx/slow-operator', 'off'],
      ['onnx/host-fallback', 'error'],
    ],
  );
  assert.equal(settings.threshold, 'warning');
  const [ignore] = settings.ignores!;
  assert.equal(
    text.slice(ignore!.span!.start, ignore!.span!.end),
    text.slice(text.indexOf('{ "rule"'), text.indexOf('}],') + 1),
  );
  assert.equal(ignore!.configuration, '/project/portolan.config.json');
});

test('one precision is that of every target', () => {
  assert.deepEqual([...read('{"precision": "bf16"}').settings.precision!], [['*', 'bf16']]);
});

const mistakes: readonly (readonly [text: string, problems: readonly string[]])[] = [
  ['{"targets": ["sophgo-bm1684x", "bm9999"]}', ['settings/unknown-target: "bm9999"']],
  ['{"targets": ["nvidia-a800"]}', ['settings/target-without-route: "nvidia-a800"']],
  ['{"targets": "sophgo-bm1684x"}', ['configuration/wrong-type: "sophgo-bm1684x"']],
  ['{"routes": ["tpu-mlir", "tensorrt"]}', ['configuration/unknown-value: "tensorrt"']],
  ['{"precision": "f17"}', ['configuration/unknown-value: "f17"']],
  ['{"precision": {"bm9999": "f16"}}', ['settings/unknown-target: "bm9999"']],
  ['{"rules": {"onnx/no-such-rule": "off"}}', ['configuration/unknown-rule: "onnx/no-such-rule"']],
  ['{"rules": {"onnx/graph-split": "fatal"}}', ['configuration/unknown-value: "fatal"']],
  ['{"rules": {"onnx/graph-split": 2}}', ['configuration/wrong-type: 2']],
  ['{"target": []}', ['configuration/unknown-key: "target"']],
  [
    '{"__proto__": {}, "constructor": 1}',
    ['configuration/unknown-key: "__proto__"', 'configuration/unknown-key: "constructor"'],
  ],
  ['{"threshold": "error", "threshold": "hint"}', ['configuration/duplicate-key: "threshold"']],
  ['{"threshold": "silent"}', ['configuration/unknown-value: "silent"']],
  [
    '{"ignores": [{"rule": "onnx/graph-split"}]}',
    ['configuration/ignore-without-reason: {"rule": "onnx/graph-split"}'],
  ],
  [
    '{"ignores": [{"rule": "onnx/graph-split", "reason": " "}]}',
    ['configuration/ignore-without-reason: {"rule": "onnx/graph-split", "reason": " "}'],
  ],
  ['{"ignores": [{"reason": "all"}]}', ['configuration/empty-ignore: {"reason": "all"}']],
  ['{"ignores": [{"rule": "onnx/x", "reason": "?"}]}', ['configuration/unknown-rule: "onnx/x"']],
  ['[]', ['configuration/wrong-type: []']],
  ['{"targets": [}', ['configuration/syntax: }', 'configuration/syntax: ', 'configuration/syntax: ']],
  ['{"threshold": "error"', ['configuration/syntax: ']],
  [`${'['.repeat(100_000)}`, ['configuration/not-a-configuration: [']],
];

for (const [text, expected] of mistakes) {
  test(`told, and located: ${text.slice(0, 70)}`, () => {
    assert.deepEqual(located(text), expected);
    for (const { message } of read(text).problems) assert.match(message.zh, /[\u4e00-\u9fff]/);
  });
}

test('what is wrong is left out, and the rest holds', () => {
  const { settings } = read('{"targets": ["bm9999", "ascend-310p"], "rules": {"onnx/x": "off"}, "threshold": "hint"}');
  assert.deepEqual(settings, { targets: ['ascend-310p'], levels: new Map(), threshold: 'hint' });
});

test('an empty file is no configuration, and hurts nobody', () => {
  assert.deepEqual(read('').settings, {});
});

/** Mistakes that only the reader sees: JSON Schema knows neither syntax nor keys that are set twice. */
const beyondSchema = /duplicate-key|syntax|not-a-configuration/;

test('the JSON Schema and the reader agree on what is a configuration', () => {
  const schema = JSON.parse(readFileSync(inRepository('rules/schema/portolan-config.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
  assert.ok(
    validate({ targets: ['ascend-910b2'], precision: { '*': 'f16' }, ignores: [{ node: '*', reason: 'known' }] }),
  );
  for (const [text, problems] of mistakes) {
    if (problems.some((problem) => beyondSchema.test(problem))) continue;
    assert.equal(validate(JSON.parse(text)), false, text);
  }
});
