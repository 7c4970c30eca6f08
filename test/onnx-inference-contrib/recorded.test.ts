import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inferCase } from './operator-case';
import { nameOf, recorded } from './recorded-cases';

/** How many tokens, unique elements or steps there are depends on data. */
const byData = new Map([
  ['Tokenizer', /\[(2,)?3,\?\]/],
  ['Unique', /\[\?\]/],
  ['DynamicTimeWarping', /\[2,\?\]/],
]);

describe(`operators of ONNX Runtime, as ONNX Runtime ${recorded.onnxruntime} computes them`, () => {
  for (const recordedCase of recorded.cases) {
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
