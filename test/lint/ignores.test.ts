import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyIgnores, unusedIgnores } from '../../core/lint/ignores';
import type { Ignore } from '../../core/lint/settings';
import type { Finding } from '../../core/model';

const at = (rule: string, node: string | undefined, target = 'ascend-910b2'): Finding => ({
  rule,
  severity: 'warning',
  verdict: 'host',
  target,
  route: 'ort-cann',
  message: { en: 'x', zh: '某' },
  evidence: [],
  fixes: [],
  ...(node === undefined ? {} : { place: { graph: '/', node, index: 0, op: 'Relu', domain: '', byteOffset: 0 } }),
});

const onInput = (name: string): Finding => ({
  ...at('r/input', undefined),
  value: { graph: '/', name, byteOffset: 0 },
});

const findings = [
  at('r/host', '/model/layers.0/Relu'),
  at('r/host', '/model/layers.1/attn/Softmax'),
  at('r/slow', '/model/layers.1/attn/Softmax', 'sophgo-bm1684'),
  at('r/model', undefined),
  onInput('past_key_values.0.key'),
];

const ignore = (fields: Partial<Ignore>): Ignore => ({
  reason: 'known',
  configuration: '/project/portolan.config.json',
  ...fields,
});

/** Which findings an ignore keeps back, by their position. */
function ignored(fields: Partial<Ignore>, path = '/project/models/a.onnx'): number[] {
  const { kept } = applyIgnores(path, findings, [ignore(fields)]);
  return findings.flatMap((finding, index) => (kept.includes(finding) ? [] : [index]));
}

for (const [fields, expected] of [
  [{ rule: 'r/host' }, [0, 1]],
  [{ node: '/model/layers.0/*' }, [0]],
  [{ node: '/model/**' }, [0, 1, 2]],
  [{ node: '/model/*' }, []],
  [{ node: '**/Softmax' }, [1, 2]],
  [{ node: '**' }, [0, 1, 2, 4]],
  [{ node: 'past_key_values.*' }, [4]],
  [{ node: '/model/layers.{0,1}/**' }, [0, 1, 2]],
  [{ rule: 'r/slow', node: '**/Softmax' }, [2]],
  [{ rule: 'r/host', target: 'sophgo-bm1684' }, []],
  [{ target: 'sophgo-bm1684', node: '**' }, [2]],
  [{ file: 'models/*.onnx' }, [0, 1, 2, 3, 4]],
  [{ file: '**/b.onnx' }, []],
] as const) {
  test(`an ignore of ${JSON.stringify(fields)}`, () => assert.deepEqual(ignored(fields), expected));
}

test('file globs count from the folder of the configuration', () => {
  assert.deepEqual(ignored({ file: '*.onnx', rule: 'r/model' }, '/project/a.onnx'), [3]);
  assert.deepEqual(ignored({ file: '*.onnx', rule: 'r/model' }, '/elsewhere/a.onnx'), []);
});

test('a name of a million characters is matched by ** alone, and at once', () => {
  const long = at('r/host', `${'a/'.repeat(500_000)}b`);
  const kept = (node: string) => applyIgnores('/a.onnx', [long], [ignore({ node })]).kept.length;
  assert.equal(kept('**/**/**/*a*/**/*a*/c'), 1);
  assert.equal(kept('**'), 0);
});

test('ignores that no finding of a linted file meets are told, others are not', () => {
  const used = ignore({ rule: 'r/host' });
  const stale = ignore({ rule: 'r/gone', span: { start: 5, end: 9 } });
  const elsewhere = ignore({ rule: 'r/gone', file: 'not-linted.onnx' });
  const all = [used, stale, elsewhere];
  const path = '/project/models/a.onnx';
  const usedIgnores = applyIgnores(path, findings, all).used;
  const unused = unusedIgnores(all, [{ path, usedIgnores }]);
  assert.deepEqual(
    unused.map(({ ignore: of }) => of),
    [stale],
  );
  assert.deepEqual(unused[0]!.problem.span, { start: 5, end: 9 });
});
