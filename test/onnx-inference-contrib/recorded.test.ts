import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inferCase } from './operator-case';
import { contrib, machineLearning, nameOf } from './recorded-cases';

/** How many tokens, unique elements, steps or keys there are depends on data. */
const byData = new Map([
  ['Tokenizer', /\[(2,)?3,\?\]/],
  ['Unique', /\[\?\]/],
  ['BifurcationDetector', /\[\?\]/],
  ['CastMap', /\[1,[?5]\]/],
  ['DynamicTimeWarping', /\[2,\?\]/],
]);

describe(`operators as ONNX Runtime ${contrib.onnxruntime} computes them`, () => {
  for (const recordedCase of [...contrib.cases, ...machineLearning.cases]) {
    it(nameOf(recordedCase), () => {
      const { types, problems } = inferCase(recordedCase);
      assert.deepEqual(
        problems.map(({ message }) => message.en),
        [],
      );
      const unknown = byData.get(recordedCase.op);
      if (unknown === undefined) assert.deepEqual(types, recordedCase.outputs);
      else assert.match(types[0]!, unknown);
    });
  }
});
