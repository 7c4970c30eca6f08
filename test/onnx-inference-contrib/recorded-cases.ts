import { readFileSync } from 'node:fs';
import { inRepository } from '../harness/repository';
import type { OperatorCase } from './operator-case';

export interface RecordedCase extends OperatorCase {
  /** Whether ONNX Runtime ran the operator, or only inferred its types. */
  readonly by: 'kernel' | 'inference';
}

/** Written by scripts/fixtures/contrib_operators.py. */
export const recorded = JSON.parse(readFileSync(inRepository('test/fixtures/contrib-operators.json'), 'utf8')) as {
  readonly onnxruntime: string;
  readonly cases: readonly RecordedCase[];
};

export function nameOf({ op, inputs, attributes = {} }: OperatorCase): string {
  const types = inputs.map((input) => (typeof input === 'string' ? input || '_' : input.type));
  return `${op}(${types.join(', ')}) ${JSON.stringify(attributes)}`;
}
