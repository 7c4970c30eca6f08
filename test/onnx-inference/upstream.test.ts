import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesSource, formatType } from '../../core/model';
import { checkModel, inferTypes, readModel } from '../../core/onnx';
import { inShared, withoutShared } from '../harness/repository';
import { type RecordedType, relate } from './recorded-type';
import { unfounded } from './unfounded';

interface Recording {
  readonly kind: 'infer' | 'check';
  readonly test: string;
  readonly model: string;
  readonly checkType: boolean;
  readonly strict: boolean;
  readonly dataProp: boolean;
  readonly error: string | null;
  readonly types?: Readonly<Record<string, RecordedType>>;
}

/**
 * Where more is inferred than ONNX does:
 * dimensions that stay as they are beside one that is not known (Conv's batch, other axes of TopK and Slice, Split's lengths);
 * the rank of an output that is shaped like a known input; the state of a loop that no iteration changes.
 */
const stronger =
  /::(test_conv_partial_missing_weight_shape|test_convineteger_partial_missing_weight_shape|test_qlinearconv_partial_missing_weight_shape|test_topk_missing_k_value_output_rank_check|test_split_with_split_attribute_unknown_split_dim|test_maxunpool_shape_with_output_shape|test_loop|test_swiglu_missing_input_shape|test_slice_without_input_shape|test_center_crop_pad_without_input_shape)(\[.*)?$/;

/** Whole numbers beyond 2^53 as texts, so that JSON does not round them. */
function parseRecording(line: string): Recording {
  return JSON.parse(line.replace(/(?<=[[ ])(-?\d{16,})(?=[,\]])/g, '"$1"'));
}

function recordings(): Recording[] {
  return readFileSync(inShared('corpus', 'onnx-upstream-tests', 'cases.jsonl')!, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseRecording)
    .filter(({ kind }) => kind === 'infer');
}

function modelOf({ model }: Recording) {
  const bytes = readFileSync(inShared('corpus', 'onnx-upstream-tests', 'models', `${model}.onnx`)!);
  return readModel(bytesSource(bytes)).model!;
}

const skip = withoutShared('corpus', 'onnx-upstream-tests');

test('types are those that ONNX infers, in every recorded call that passes', { skip }, () => {
  const passing = recordings().filter(({ error }) => error === null);
  assert.ok(passing.length > 700);
  for (const recording of passing) {
    const { dataProp, checkType, strict, types } = recording;
    const inference = inferTypes(modelOf(recording), { dataPropagation: dataProp, checkTypes: checkType });
    if (strict) assert.deepEqual(inference.problems, [], recording.test);
    const allowed = [
      'same',
      ...(unfounded.test(recording.test) ? ['weaker'] : []),
      ...(stronger.test(recording.test) ? ['stronger'] : []),
    ];
    for (const [value, type] of Object.entries(types!)) {
      const inferred = inference.root!.typeOf(value);
      const relation = relate(type, inferred);
      assert.ok(
        allowed.includes(relation),
        `${recording.test}: ${value} is ${formatType(inferred)}, ${relation} than ${JSON.stringify(type)}`,
      );
    }
  }
});

test('with data propagation no type contradicts what ONNX infers', { skip }, () => {
  for (const recording of recordings().filter(({ error }) => error === null)) {
    const inference = inferTypes(modelOf(recording));
    for (const [value, type] of Object.entries(recording.types!)) {
      const inferred = inference.root!.typeOf(value);
      assert.notEqual(
        relate(type, inferred),
        'different',
        `${recording.test}: ${value} is ${formatType(inferred)}, not ${JSON.stringify(type)}`,
      );
    }
  }
});

test('what ONNX refuses to infer is a problem, in every recorded call that fails', { skip }, () => {
  const failing = recordings().filter(({ error }) => error !== null);
  assert.ok(failing.length > 150);
  let byInference = 0;
  for (const recording of failing) {
    const model = modelOf(recording);
    const { problems } = inferTypes(model, { dataPropagation: recording.dataProp });
    for (const { message } of problems) assert.ok(message.en !== '' && message.zh !== '', recording.test);
    if (problems.length > 0) byInference++;
    // A tensor whose data do not fit its type is the checker's to report.
    else assert.ok(checkModel(model).length > 0, `${recording.test}: ${recording.error}`);
  }
  assert.ok(byInference >= failing.length - 1, `${byInference} of ${failing.length}`);
});
