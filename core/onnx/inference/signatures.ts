import type { Operator, OperatorKind, ValueType } from '../../model';
import type { InferredScope } from './scope';

/** Operators of one kind, version, and types of inputs and outputs. */
export interface Signature {
  readonly kind: OperatorKind;
  /** Where no element of an input is known, data propagation finds none of the outputs: once seen, it need not try again. */
  needsElements: boolean;
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
    const { inputCount, kind } = operator;
    const { types } = this;
    for (let i = 0; i < inputCount; i++) {
      const value = operator.inputId(i);
      types[i] = value === 0 ? undefined : (scope.typeHere(value) ?? scope.lookUp(value));
      if (types[i] === undefined && value !== 0) return undefined;
    }
    for (let i = 0; i < this.known.length; i++) {
      const signature = this.known[i]!;
      if (signature.kind === kind && this.matches(signature, operator, inputCount)) return signature;
    }
    return undefined;
  }

  add(signature: Signature): void {
    this.known[this.next] = signature;
    this.next = (this.next + 1) % mostKnown;
  }

  private matches({ inputs, inferred }: Signature, operator: Operator, inputCount: number): boolean {
    if (inputCount !== inputs.length || operator.outputCount !== inferred.length) return false;
    for (let i = 0; i < inputCount; i++) if (this.types[i] !== inputs[i]) return false;
    for (let i = 0; i < inferred.length; i++) {
      if ((operator.outputId(i) === 0) !== (inferred[i] === undefined)) return false;
    }
    return true;
  }
}
