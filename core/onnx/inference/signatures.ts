import type { Attribute, Operator, ValueType } from '../../model';
import type { InferredScope } from './scope';

/** Operators of one type, version, attributes, and types of inputs and outputs. */
export interface Signature {
  readonly attributes: readonly Attribute[];
  /** Undefined where an input is left out. */
  readonly inputs: readonly (ValueType | undefined)[];
  /** What the operator's rule says of each output; undefined where it is left out. */
  readonly inferred: readonly (ValueType | undefined)[];
  /** The same with what the file declares. */
  readonly outputs: readonly (ValueType | undefined)[];
}

/** A network repeats a few operators in many layers; those that come back lie among the latest. */
const mostKnown = 16;

/** The signatures of an operator type that were inferred, so that each is inferred once. */
export class Signatures {
  private readonly known: Signature[] = [];
  private next = 0;
  private readonly types: (ValueType | undefined)[] = [];

  /** The signature that the operator shares with one before it. */
  find(scope: InferredScope, operator: Operator): Signature | undefined {
    if (this.known.length === 0 || scope.absent.size > 0) return undefined;
    const { inputs } = operator;
    const { types } = this;
    for (let i = 0; i < inputs.length; i++) {
      const name = inputs[i]!;
      types[i] = name === '' ? undefined : (scope.types.get(name) ?? scope.lookUp(name));
      if (types[i] === undefined && name !== '') return undefined;
    }
    for (const signature of this.known) if (this.matches(signature, operator)) return signature;
    return undefined;
  }

  add(signature: Signature): void {
    this.known[this.next] = signature;
    this.next = (this.next + 1) % mostKnown;
  }

  private matches({ attributes, inputs, inferred }: Signature, operator: Operator): boolean {
    if (operator.inputs.length !== inputs.length || operator.outputs.length !== inferred.length) return false;
    for (let i = 0; i < inputs.length; i++) if (this.types[i] !== inputs[i]) return false;
    for (let i = 0; i < inferred.length; i++) {
      if ((operator.outputs[i] === '') !== (inferred[i] === undefined)) return false;
    }
    return areSame(operator.attributes, attributes);
  }
}

/** Attributes that repeat share their values (see AttributeTable in the reader). */
function areSame(attributes: readonly Attribute[], others: readonly Attribute[]): boolean {
  if (attributes.length !== others.length) return false;
  for (let i = 0; i < attributes.length; i++) {
    if (attributes[i]!.value !== others[i]!.value || attributes[i]!.name !== others[i]!.name) return false;
  }
  return true;
}
