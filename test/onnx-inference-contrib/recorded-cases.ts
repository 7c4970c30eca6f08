import { readFileSync } from 'node:fs';
import { inRepository } from '../harness/repository';
import type { OperatorCase } from './operator-case';

export interface RecordedCase extends OperatorCase {
  /** Whether ONNX Runtime ran the operator, or only inferred its types. */
  readonly by: 'kernel' | 'inference';
}

interface Recording {
  readonly onnxruntime: string;
  readonly cases: readonly RecordedCase[];
}

/** Written by scripts/fixtures/operator_calls.py. */
function recording(file: string): Recording {
  return JSON.parse(readFileSync(inRepository('test/fixtures', file), 'utf8')) as Recording;
}

export const contrib = recording('contrib-operators.json');
export const machineLearning = recording('ml-operators.json');

export function nameOf({ op, inputs, attributes = {} }: OperatorCase): string {
  const types = inputs.map((input) => (typeof input === 'string' ? input || '_' : input.type));
  return `${op}(${types.join(', ')}) ${JSON.stringify(attributes).slice(0, 120)}`;
}
