import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesSource } from '../../core/model';
import { checkModel, describeModel, inferTypes, readModel } from '../../core/onnx';
import { inRepository } from '../harness/repository';

const largestExample = 300_000;
const files = readdirSync(inRepository('examples')).filter((name) => name.endsWith('.onnx'));
const page = readFileSync(inRepository('examples', 'README.md'), 'utf8');

test('there is an example of every kind', () => {
  assert.deepEqual(files, [
    'deepseek_layer.onnx',
    'diffusion_block_opset20.onnx',
    'quantized_qdq.onnx',
    'speech_block.onnx',
    'vision_flow.onnx',
  ]);
});

for (const name of files) {
  test(`${name} is small, valid, described, and names no machine`, () => {
    const bytes = readFileSync(inRepository('examples', name));
    assert.ok(bytes.length < largestExample);
    assert.equal(page.split(`\`${name}\``).length - 1, 2, 'in English and in Chinese');
    assert.doesNotMatch(bytes.toString('latin1'), /\/(?:home|root|tmp|usr|work)\/|\.py\b/);
    const { model, problems } = readModel(bytesSource(bytes));
    assert.deepEqual(problems, []);
    assert.deepEqual(checkModel(model!), []);
    const inference = inferTypes(model!);
    assert.deepEqual(inference.problems, []);
    const facts = describeModel(name, model!, inference);
    assert.ok(facts.weightBytes > 90_000 && facts.weightBytes < largestExample);
    const operators = facts.graphs.flatMap((graph) => graph.operators);
    assert.deepEqual(
      operators.filter(({ isStandard }) => !isStandard),
      [],
    );
  });
}

/** Their MACs by hand: what the layers of scripts/examples say. */
test('MACs of the vision example are those of its ten convolutions', () => {
  const { model } = readModel(bytesSource(readFileSync(inRepository('examples', 'vision_flow.onnx'))));
  const features = 32 * 32 * 16 * 3 * 49 + 81 * (32 * 16 * 9 + 32 * 32 * 9 + 32 * 16);
  const estimate = 81 * (32 * 64 * 9 + 2 * 32 * 9);
  assert.equal(describeModel('', model!, inferTypes(model!)).total.macs, 2 * features + estimate);
});
