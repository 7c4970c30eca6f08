import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource } from '../../core/model';
import { checkModel } from '../../core/onnx/check';
import { readModel } from '../../core/onnx/reader';
import { sampleModels } from './sample-models';

/** A generator of 32-bit numbers (xorshift), the same on every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const changes: readonly ((bytes: number[], random: (below: number) => number) => void)[] = [
  (bytes, random) => {
    bytes[random(bytes.length)] = random(256);
  },
  (bytes, random) => {
    bytes[random(bytes.length)]! ^= 1 << random(8);
  },
  (bytes, random) => {
    bytes.splice(random(bytes.length), 1 + random(4));
  },
  (bytes, random) => {
    bytes.splice(random(bytes.length), 0, random(256));
  },
  (bytes, random) => {
    const start = random(bytes.length);
    bytes.splice(random(bytes.length), 0, ...bytes.slice(start, start + random(40)));
  },
  (bytes, random) => {
    bytes.length = 1 + random(bytes.length);
  },
  (bytes, random) => {
    bytes.splice(random(bytes.length), 0, 255, 255, 255, 255, 255, 255, 255, 255, 127);
  },
];

for (const [name, original] of sampleModels) {
  test(`whatever is done to its bytes, no exception and an end: ${name}`, () => {
    const random = randomNumbers(original.length);
    const outcomes = new Set<string>();
    for (let round = 0; round < 3000; round += 1) {
      const bytes = [...original];
      for (let count = random(3); count >= 0; count -= 1) changes[random(changes.length)]!(bytes, random);
      const { model, problems } = readModel(bytesSource(Uint8Array.from(bytes)));
      assert.ok(model !== undefined || problems.length > 0);
      for (const { byteOffset } of problems) assert.ok(byteOffset! >= 0 && byteOffset! <= bytes.length);
      if (model !== undefined) checkModel(model);
      outcomes.add(problems[0]?.code ?? 'whole');
    }
    assert.ok(outcomes.size >= 5, `the changes reach too little: ${[...outcomes]}`);
  });
}
