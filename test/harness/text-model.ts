import assert from 'node:assert/strict';
import { bytesSource, type Model, type ModelFacts } from '../../core/model';
import { describeModel } from '../../core/onnx/facts';
import { inferTypes } from '../../core/onnx/inference';
import { readModel } from '../../core/onnx/reader';
import { parseModelText } from '../../core/onnx/text';

/** The model that a text in ONNX's syntax describes, as it is read from its file. Fails where the text has problems. */
export function modelOfText(text: string): Model {
  const { bytes, problems } = parseModelText(text);
  assert.deepEqual(
    problems.map(({ message, span }) => `${message.en} at ${JSON.stringify(text.slice(span!.start, span!.end))}`),
    [],
  );
  const read = readModel(bytesSource(bytes!));
  assert.deepEqual(read.problems, []);
  return read.model!;
}

/** Its facts. */
export function factsOfText(text: string): ModelFacts {
  const model = modelOfText(text);
  return describeModel('model.onnx', model, inferTypes(model));
}
