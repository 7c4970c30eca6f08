import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesSource, type Dimension, formatType, isKnown } from '../../core/model';
import { type Inference, inferTypes, readModel } from '../../core/onnx';
import { inShared, withoutShared } from '../harness/repository';

interface Answer {
  readonly file: string;
  readonly parsed: boolean;
  readonly onnxTypes?: readonly Answered[];
  readonly onnxTypesDataProp?: readonly Answered[];
}

type Answered = readonly [graph: string, value: string, type: string];

/** Files that declare types which their operators contradict: ONNX keeps what is declared. */
const contradictory = /onnx_const_type\.onnx$|\/size\/size\.onnx$/;

interface TensorText {
  readonly elementType: string;
  readonly dimensions: readonly string[] | undefined;
}

/** Of `float[1,N]`; sequences and the like are not taken apart. */
function tensorText(text: string): TensorText | undefined {
  const match = /^(\w+)(?:\[(.*)\])?$/.exec(text);
  if (match === null) return undefined;
  const [, elementType, list] = match;
  return { elementType: elementType!, dimensions: list === '' ? undefined : (list?.split(',') ?? []) };
}

function contradicts(answer: string, dimension: Dimension): boolean {
  return /^\d+$/.test(answer) && isKnown(dimension) && Number(dimension) !== Number(answer);
}

function compare({ file }: Answer, [, value, text]: Answered, { root }: Inference): void {
  const [answer, type] = [tensorText(text), root!.typeOf(value)];
  if (answer === undefined || type?.kind !== 'tensor') return;
  const says = `${file}: ${value} is ${formatType(type)}, not ${text}`;
  if (type.elementType !== 0) assert.equal(formatType({ ...type, shape: [] }), answer.elementType, says);
  if (answer.dimensions === undefined || type.shape === undefined) return;
  assert.equal(type.shape.length, answer.dimensions.length, says);
  assert.ok(!type.shape.some((dimension, i) => contradicts(answer.dimensions![i]!, dimension)), says);
}

test('no type of a real model contradicts what ONNX infers', { skip: withoutShared('corpus', 'onnx') }, () => {
  const answers = readFileSync(inShared('corpus', 'onnx', 'ANSWERS.jsonl')!, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Answer => JSON.parse(line));
  let compared = 0;
  for (const answer of answers) {
    const { model } = readModel(bytesSource(readFileSync(inShared('corpus', 'onnx', answer.file)!)));
    if (model?.graph === undefined) continue;
    const inference = inferTypes(model);
    if (contradictory.test(answer.file)) {
      assert.ok(inference.problems.length > 0, answer.file);
      continue;
    }
    for (const types of [answer.onnxTypes, answer.onnxTypesDataProp]) {
      for (const answered of types ?? []) {
        if (answered[0] !== '') continue;
        compare(answer, answered, inference);
        compared++;
      }
    }
  }
  assert.ok(compared > 10_000, `${compared}`);
});
