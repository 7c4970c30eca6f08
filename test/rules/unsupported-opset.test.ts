import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintModel, mergeSettings } from '../../core/lint';
import { bytesSource } from '../../core/model';
import { parseModelText } from '../../core/onnx/text';
import { common, nearest } from '../../rules/checks/onnx/unsupported-opset/refused-operators';

async function findings(opset: number, body: string) {
  const text = `<ir_version: 8, opset_import: ["" : ${opset}]> g (float[1,64] x) => (float y) <int64[1] axes = {1}> { ${body} }`;
  const source = bytesSource(parseModelText(text).bytes!);
  const none = async () => undefined;
  const workspace = { status: none, resolve: none, read: none, list: async () => [] };
  const report = await lintModel({ path: '/m.onnx', source, workspace }, mergeSettings({ targets: ['ascend-910b2'] }));
  return report.findings.filter(({ rule }) => rule === 'onnx/unsupported-opset');
}

test('all operators that the opset rules out are one finding, at the first, with the opset that has them all', async () => {
  const found = await findings(21, 'a = Relu(x)  b = ReduceL2(a, axes)  c = Relu(a)  y = Add(b, c)');
  assert.equal(found.length, 1);
  const [{ message, advice, place, evidence }] = found as [(typeof found)[number]];
  assert.match(
    message.en,
    /^The model imports opset 21, at which ATC has no parser of 4 of its operators: Relu ×2, ReduceL2, Add /,
  );
  assert.match(message.zh, /^模型为 opset 21，ATC 在该 opset 下没有注册其中 4 个算子的解析器：Relu ×2、ReduceL2、Add/);
  // ReduceL2 ends one opset before the others.
  assert.match(advice!.en, /^Export at opset 17,/);
  assert.deepEqual([place!.op, place!.index], ['Relu', 0]);
  assert.ok(evidence.length > 0);
});

test('one operator alone is told as what it is', async () => {
  const found = await findings(18, 'a = Relu(x)  y = ReduceL2(a, axes)');
  assert.deepEqual(
    found.map(({ place }) => place?.op),
    ['ReduceL2'],
  );
  assert.match(
    found[0]!.message.en,
    /^ATC has a parser of ReduceL2 for model opsets 8-17; this model imports opset 18/,
  );
});

test('what ranges have in common, and which end is nearest', () => {
  assert.deepEqual(
    common(
      [[8, 18]],
      [
        [11, 15],
        [17, 20],
      ],
    ),
    [
      [11, 15],
      [17, 18],
    ],
  );
  assert.deepEqual(common([[8, 9]], [[10, 11]]), []);
  assert.equal(
    nearest(
      [
        [8, 12],
        [14, 18],
      ],
      21,
    ),
    18,
  );
  assert.equal(nearest([[8, 12]], 7), 8);
  assert.equal(nearest([], 7), undefined);
});
