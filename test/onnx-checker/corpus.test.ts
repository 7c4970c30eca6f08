import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bytesSource, type Problem } from '../../core/model';
import { type CheckOptions, checkModel } from '../../core/onnx/check';
import { checkExternalData } from '../../core/onnx/external-data';
import { readModel } from '../../core/onnx/reader';
import { nodeWorkspace } from '../harness/node-workspace';
import { inRepository, inShared, withoutShared } from '../harness/repository';

const isError = ({ severity }: Problem) => severity === 'error';

/** All errors of a file: of reading, of the model, of its external data. */
async function errorsOf(file: string, options: CheckOptions = {}): Promise<Problem[]> {
  const { model, problems } = readModel(bytesSource(readFileSync(file)));
  if (model === undefined) return problems.filter(isError);
  const external = await checkExternalData(model, file, nodeWorkspace);
  return [...problems, ...checkModel(model, options), ...external].filter(isError);
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

test('what onnx.checker refuses is refused, and nothing else: corpus/onnx', {
  skip: withoutShared('corpus', 'onnx'),
}, async () => {
  interface Answer {
    readonly file: string;
    readonly parsed: boolean;
    readonly onnxCheck?: string | null;
  }
  const answers = lines<Answer>(inShared('corpus', 'onnx', 'ANSWERS.jsonl')!);
  assert.ok(answers.length >= 350);
  for (const { file, parsed, onnxCheck } of answers) {
    const errors = await errorsOf(inShared('corpus', 'onnx', file)!);
    const isRefused = !parsed || (onnxCheck ?? null) !== null;
    // The answers were made where the files of external data were absent; some lie in the corpus.
    const data = /should be stored in (\S+), but it is not regular file/.exec(onnxCheck ?? '')?.[1];
    if (data !== undefined && inShared('corpus', 'onnx', path.dirname(file), path.basename(data)) !== undefined)
      continue;
    assert.equal(errors.length > 0, isRefused, `${file}: ${onnxCheck} / ${errors.map(({ message }) => message.en)}`);
  }
});

const upstream = ['corpus', 'onnx-upstream-tests'] as const;

test("ONNX's own tests of its checker", { skip: withoutShared(...upstream) }, async () => {
  interface Check {
    readonly kind: string;
    readonly test: string;
    readonly model: string;
    readonly skipOpset: boolean;
    readonly customDomain: boolean;
    readonly error: string | null;
  }
  const checks = lines<Check>(inShared(...upstream, 'cases.jsonl')!).filter(({ kind }) => kind === 'check');
  assert.ok(checks.length >= 700);
  for (const { test: name, model, skipOpset, customDomain, error } of checks) {
    const file = inShared(...upstream, 'models', `${model}.onnx`)!;
    const errors = await errorsOf(file, { skipOpsetCompatibility: skipOpset, customDomains: customDomain });
    // Errors of type inference are told by inference.
    const isRefused = error !== null && !error.startsWith('InferenceError');
    assert.equal(errors.length > 0, isRefused, `${name}: ${error} / ${errors.map(({ message }) => message.en)}`);
  }
});

test("ONNX's backend test models are all accepted", {
  skip: withoutShared('corpus', 'onnx-backend-tests'),
}, async () => {
  const models = lines<{ readonly model: string }>(inShared('corpus', 'onnx-backend-tests', 'shapes.jsonl')!);
  assert.ok(models.length >= 1300);
  for (const { model } of models) {
    assert.deepEqual(await errorsOf(inShared('corpus', 'onnx-backend-tests', model)!), [], model);
  }
});

test('the examples are accepted', async () => {
  for (const name of ['deepseek_layer', 'diffusion_block_opset20', 'quantized_qdq', 'speech_block', 'vision_flow']) {
    assert.deepEqual(await errorsOf(inRepository('examples', `${name}.onnx`)), [], name);
  }
});
