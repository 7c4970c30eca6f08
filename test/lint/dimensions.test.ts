import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintModel, mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { bytesSource, formatType } from '../../core/model';
import { bindDimensions } from '../../core/onnx';
import { parseModelText } from '../../core/onnx/text';
import { modelOfText } from '../harness/text-model';

const text = `<ir_version: 8, opset_import: ["" : 17]>
g (float[batch,seq,8] x) => (float[batch,seq,16] y) <float[8,16] w = {}, float[batch,seq,16] m> {
  m = MatMul (x, w)
  y = Relu (m)
}`;

function lint(dimensions: ReadonlyMap<string, number>) {
  const source = bytesSource(parseModelText(text).bytes!);
  const none = async () => undefined;
  const workspace = { status: none, resolve: none, read: none, list: async () => [] };
  return lintModel({ path: '/m.onnx', source, workspace }, mergeSettings({ dimensions }));
}

const rulesOf = ({ findings }: Awaited<ReturnType<typeof lint>>) => new Set(findings.map(({ rule }) => rule));

test('without sizes, dimensions vary and MACs are unknown', async () => {
  const report = await lint(new Map());
  assert.equal(report.facts!.total.macs, undefined);
  assert.ok(rulesOf(report).has('onnx/dynamic-dimension'));
});

test('sizes bind dimensions by name: shapes, MACs and findings are those of the deployment', async () => {
  const report = await lint(new Map(Object.entries({ batch: 2, seq: 128 })));
  assert.equal(formatType(report.inference!.root!.typeOf('y')), 'float[2,128,16]');
  assert.equal(report.facts!.total.macs, 2 * 128 * 8 * 16);
  assert.ok(!rulesOf(report).has('onnx/dynamic-dimension'));
  assert.deepEqual([...report.dimensionNames].sort(), ['batch', 'seq']);
});

test('a dimension without a size stays one', async () => {
  const report = await lint(new Map([['batch', 2]]));
  assert.equal(formatType(report.inference!.root!.typeOf('y')), 'float[2,seq,16]');
  assert.ok(rulesOf(report).has('onnx/dynamic-dimension'));
});

test('types within types are bound too, and names of files are keys like any other', () => {
  const { model } = bindDimensions(
    modelOfText(text.replace(') =>', ', seq(float[batch,4]) s) =>').replaceAll('batch', '__proto__')),
    new Map([['__proto__', 3]]),
  );
  assert.deepEqual(
    model.graph!.inputs.map(({ type }) => formatType(type)),
    ['float[3,seq,8]', 'seq(float[3,4])'],
  );
});

test('a configuration gives sizes, which are integers from 1 on', () => {
  const { settings, problems } = readConfiguration('{"dimensions": {"batch": 1, "seq": 0, "w": 1.5, "h": "2"}}', '/c');
  assert.deepEqual([...settings.dimensions!], [['batch', 1]]);
  assert.deepEqual(
    problems.map(({ code, span }) => [code, span!.start]),
    [
      ['configuration/wrong-type', 35],
      ['configuration/wrong-type', 43],
      ['configuration/wrong-type', 53],
    ],
  );
});

test('later layers give sizes by name', () => {
  const merged = mergeSettings(
    {
      dimensions: new Map([
        ['a', 1],
        ['b', 1],
      ]),
    },
    { dimensions: new Map([['b', 2]]) },
  );
  assert.deepEqual(
    [...merged.dimensions],
    [
      ['a', 1],
      ['b', 2],
    ],
  );
});
