import { firstVersionOf } from '../../schemas';
import { attentions, previewAttentions } from '../operators/attention';
import { controlFlow } from '../operators/control-flow';
import { convolutions } from '../operators/convolution';
import { einsums } from '../operators/einsum';
import { elementwise } from '../operators/elementwise';
import { generators } from '../operators/generators';
import { images } from '../operators/images';
import { indexing } from '../operators/indexing';
import { joining } from '../operators/joining';
import { linearAlgebra } from '../operators/linear-algebra';
import { losses } from '../operators/losses';
import { microsoftOperators } from '../operators/microsoft';
import { mlOperators } from '../operators/ml';
import { normalization } from '../operators/normalization';
import { optionals } from '../operators/optionals';
import { pooling } from '../operators/pooling';
import { quantization } from '../operators/quantization';
import { recurrence } from '../operators/recurrent';
import { reduction } from '../operators/reduction';
import { resizing } from '../operators/resizing';
import { runtimeStandard } from '../operators/runtime-standard';
import { sequences } from '../operators/sequences';
import { shapes } from '../operators/shapes';
import { signals } from '../operators/signals';
import { slicing } from '../operators/slicing';
import { stateful } from '../operators/stateful';
import { texts } from '../operators/texts';
import { trainingOperators } from '../operators/training';
import { schemaRules } from '../type-constraints';
import type { OperatorRules, RuleTable } from './operator-rules';

export type { OperatorRules } from './operator-rules';

const standard: RuleTable = [
  ...runtimeStandard,
  ...attentions,
  ...controlFlow,
  ...convolutions,
  ...einsums,
  ...elementwise,
  ...generators,
  ...images,
  ...indexing,
  ...joining,
  ...linearAlgebra,
  ...losses,
  ...normalization,
  ...optionals,
  ...pooling,
  ...quantization,
  ...recurrence,
  ...reduction,
  ...resizing,
  ...sequences,
  ...shapes,
  ...signals,
  ...slicing,
  ...stateful,
  ...texts,
];

const byDomain: ReadonlyMap<string, Map<string, OperatorRules>> = new Map([
  ['', new Map(standard)],
  ['ai.onnx.ml', new Map(mlOperators)],
  ['ai.onnx.preview', new Map(previewAttentions)],
  ['ai.onnx.preview.training', new Map(trainingOperators)],
  ['com.microsoft', new Map(microsoftOperators)],
]);

/** How an operator of a canonical domain is inferred; by its schema alone, where that is all there is. */
export function rulesOf(domain: string, opType: string): OperatorRules | undefined {
  const rules = byDomain.get(domain)?.get(opType);
  return rules ?? (firstVersionOf(domain, opType) !== undefined ? schemaRules : undefined);
}

/** Operators of a domain that have an inference of their own. */
export function inferredOperators(domain: string): string[] {
  return [...(byDomain.get(domain)?.keys() ?? [])];
}
