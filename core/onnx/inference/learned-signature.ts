import type { Operator, ValueType } from '../../model';
import type { ConstantTable } from './constant-table';
import type { OperatorContext } from './context';
import type { Elements } from './elements';
import type { InferredScope } from './scope';
import type { Signature } from './signatures';
import { withNamedUnknowns } from './symbols';
import type { ValueTypes } from './value-types';

/**
 * What operators that are alike have in common with one that has been inferred; undefined where something of it is its own.
 * `readsElements`: whether its rule asked for elements of its inputs.
 */
export function learnedSignature(
  { scope, operator, outputs }: OperatorContext,
  readsElements: boolean,
  values: ValueTypes,
  constants: ConstantTable,
): Signature | undefined {
  const elements = readsElements ? sharedElements(scope, operator, constants) : undefined;
  if (readsElements && elements === undefined) return undefined;
  const inferred: (ValueType | undefined)[] = [];
  const stored: (ValueType | undefined)[] = [];
  const { inputCount, outputCount } = operator;
  for (let i = 0; i < outputCount; i++) {
    const value = operator.outputId(i);
    if (value === 0) continue;
    const type = outputs[i];
    // What is unknown of two values need not be the same.
    if (type === undefined || withNamedUnknowns(type, values.symbols) !== type) return undefined;
    inferred[i] = values.types.shared(type);
    stored[i] = scope.typeHere(value);
  }
  if (inferred.length !== outputCount) inferred.length = outputCount;
  const inputs: (ValueType | undefined)[] = [];
  for (let i = 0; i < inputCount; i++) {
    const value = operator.inputId(i);
    inputs[i] = value === 0 ? undefined : scope.lookUp(value);
    if (inputs[i] === undefined && value !== 0) return undefined;
  }
  const { kind } = operator;
  return { kind, inputs, elements, inferred, outputs: stored, givesNoElements: false };
}

/** Those of the inputs, where other operators may have the same: constants of the file, and unknown ones. */
function sharedElements(
  scope: InferredScope,
  operator: Operator,
  constants: ConstantTable,
): (Elements | undefined)[] | undefined {
  if (scope.empty.size > 0) return undefined;
  const shared: (Elements | undefined)[] = [];
  const { inputCount } = operator;
  for (let i = 0; i < inputCount; i++) {
    const value = operator.inputId(i);
    const elements = value === 0 ? undefined : scope.lookUpElements(value);
    if (elements !== undefined && !constants.has(elements)) return undefined;
    shared[i] = elements;
  }
  return shared;
}
