import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Problem } from '../../core/model';
import { checkModel } from '../../core/onnx/check';
import { readModel } from '../../core/onnx/reader';
import { model, node } from '../harness/onnx-builder';
import { attributesCases } from './cases/attributes';
import { io, nodes, relu } from './cases/case';
import { functionsCases } from './cases/functions';
import { graphsCases } from './cases/graphs';
import { initializersCases } from './cases/initializers';
import { inputsAndOutputsCases } from './cases/inputs-and-outputs';
import { modelCases } from './cases/model';
import { operatorsCases } from './cases/operators';
import { sparseInitializersCases } from './cases/sparse-initializers';

const cases = [
  ...modelCases,
  ...inputsAndOutputsCases,
  ...operatorsCases,
  ...attributesCases,
  ...graphsCases,
  ...initializersCases,
  ...sparseInitializersCases,
  ...functionsCases,
];

function described({ code, place }: Problem): string {
  const name = code.replace(/^onnx\//, '');
  return place === undefined
    ? name
    : `${name} @ ${place.graph.endsWith('/') ? place.graph : `${place.graph}/`}${place.index}`;
}

for (const { what, model: bytes, errors, warnings = [] } of cases) {
  test(what, () => {
    const { model: read, problems } = readModel(bytesSource(bytes));
    assert.deepEqual(problems, []);
    const found = checkModel(read!);
    assert.deepEqual(found.filter(({ severity }) => severity === 'error').map(described), errors);
    assert.deepEqual(found.filter(({ severity }) => severity === 'warning').map(described), warnings);
    for (const { message } of found) {
      assert.match(message.en, /^[\x20-\x7e…]+$/);
      assert.match(message.zh, /[\u4e00-\u9fff]/);
    }
  });
}

test('an operator of no standard domain must have a schema where that is asked for', () => {
  const bytes = model({ ...io, nodes: [node('mine.Foo', ['x'], ['y'])] }, { opsets: { '': 21, mine: 1 } });
  const { model: read } = readModel(bytesSource(bytes));
  assert.deepEqual(checkModel(read!, { customDomains: true }).map(described), ['unknown-operator @ /0']);
});

test('every defect is listed, up to a limit that says how many more there are', () => {
  const bad = Array.from({ length: 12_000 }, (_, index) => node('Relu', ['nowhere'], [`y${index}`]));
  const { model: read } = readModel(bytesSource(model({ ...io, nodes: [...bad, relu] })));
  const found = checkModel(read!);
  assert.equal(found.length, 10_001);
  assert.match(found.at(-1)!.message.en, /^2000 more/);
});

test('problems have the offset of what they are about', () => {
  const bytes = nodes(node('Relu', ['x'], ['y']), node('Foo', ['x'], ['z']));
  const [problem] = checkModel(readModel(bytesSource(bytes)).model!);
  const { byteOffset } = problem!;
  assert.deepEqual([...bytes.subarray(byteOffset! - 2, byteOffset! + 3)], [0x0a, 11, 0x0a, 1, 'x'.charCodeAt(0)]);
  assert.equal(problem!.place!.byteOffset, byteOffset);
});

test("an operator that ONNX Runtime's optimizer writes into the standard domain is told as that", () => {
  const messageOf = (opType: string) => {
    const bytes = model({ ...io, nodes: [node(opType, ['x', 'x'], ['y'])] }, { opsets: { '': 14 } });
    return checkModel(readModel(bytesSource(bytes)).model!).find(({ code }) => code === 'onnx/unknown-operator')
      ?.message;
  };
  assert.match(messageOf('LayerNormalization')!.en, /version 14 .* ONNX Runtime has one of that name/);
  assert.match(messageOf('LayerNormalization')!.zh, /ONNX Runtime 有同名的自有算子/);
  assert.doesNotMatch(messageOf('LayerNorm')!.en, /ONNX Runtime/);
});
