import type { NameId, Operator, OperatorKind, ValueType } from '../../model';
import type { Elements } from './elements';
import type { InferredScope } from './scope';

/** Operators of one kind, version, and types of inputs and outputs. */
export interface Signature {
  readonly kind: OperatorKind;
  /** Undefined where an input is left out. */
  readonly inputs: readonly (ValueType | undefined)[];
  /** What is known of the inputs' elements, where the operator's rule asked for any: then they are in common, too. */
  readonly elements: readonly (Elements | undefined)[] | undefined;
  /** What the operator's rule says of each output; undefined where it is left out. */
  readonly inferred: readonly (ValueType | undefined)[];
  /** The same with what the file declares. */
  readonly outputs: readonly (ValueType | undefined)[];
  /**
   * Where the inputs' elements are in common, or no element of an input is known, data propagation finds none of the
   * outputs: once seen, it need not try again.
   */
  givesNoElements: boolean;
}

/** A network repeats a few operators in many layers; those that come back lie among the latest. */
const mostKnown = 16;

/** The signatures of an operator type that were inferred, so that each is inferred once. */
export class Signatures {
  private readonly known: Signature[] = [];
  private next = 0;
  private readonly types: (ValueType | null | undefined)[] = [];

  /**
   * The signature that an operator shares with one before it; the ids of its values stand in `valueIds` from `firstValue`
   * on. Every operator comes by here, most before V8 has optimised anything: that is why it asks for each thing once, and
   * calls little.
   */
  find(
    scope: InferredScope,
    kind: OperatorKind,
    valueIds: ArrayLike<NameId>,
    firstValue: number,
    inputCount: number,
    outputCount: number,
  ): Signature | undefined {
    const { known, types } = this;
    if (known.length === 0) return undefined;
    const typesHere = scope.types;
    for (let i = 0; i < inputCount; i++) {
      const value = valueIds[firstValue + i]!;
      const type = value === 0 ? undefined : (typesHere[value] ?? scope.lookUp(value));
      if (type === undefined && value !== 0) return undefined;
      types[i] = type;
    }
    for (let k = 0; k < known.length; k++) {
      const signature = known[k]!;
      if (signature.kind !== kind) continue;
      const { inputs } = signature;
      let same = 0;
      while (same < inputCount && types[same] === inputs[same]) same++;
      if (same < inputCount || inputs.length !== inputCount) continue;
      const { inferred, elements } = signature;
      if (inferred.length !== outputCount) continue;
      const end = firstValue + inputCount + outputCount;
      let at = end - outputCount;
      while (at < end && (valueIds[at] === 0) === (inferred[at - end + outputCount] === undefined)) at++;
      if (at === end && (elements === undefined || areElements(elements, scope, valueIds, firstValue)))
        return signature;
    }
    return undefined;
  }

  add(signature: Signature): void {
    this.known[this.next] = signature;
    this.next = (this.next + 1) % mostKnown;
  }
}

/** Whether the elements of an operator's inputs are these. */
function areElements(
  elements: readonly (Elements | undefined)[],
  scope: InferredScope,
  valueIds: ArrayLike<NameId>,
  firstValue: number,
): boolean {
  if (scope.empty.size > 0) return false;
  for (let i = 0; i < elements.length; i++) {
    const value = valueIds[firstValue + i]!;
    if (value !== 0 && scope.lookUpElements(value) !== elements[i]) return false;
  }
  return true;
}

/** Whether all that data propagation can go by is what operators of the signature have in common. */
export function hasElementsInCommon({ elements }: Signature, scope: InferredScope, operator: Operator): boolean {
  if (scope.attributes?.size !== 0 || scope.empty.size > 0) return false;
  if (elements !== undefined) return true;
  const { inputCount, valueIds, firstValue } = operator;
  for (let at = firstValue; at < firstValue + inputCount; at++) {
    const value = valueIds[at]!;
    if (value !== 0 && scope.lookUpElements(value) !== undefined) return false;
  }
  return true;
}
