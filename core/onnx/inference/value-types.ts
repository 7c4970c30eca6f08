import type { NameId, ValueType } from '../../model';
import type { OperatorContext } from './context';
import type { ProblemLog } from './problem-log';
import type { InferredScope } from './scope';
import { type SymbolSource, withNamedUnknowns } from './symbols';
import { type Conflict, conflictOf, mergeTypes } from './type-merging';
import { TypeTable } from './type-table';

/**
 * How values get their types: each dimension that is not known has a name, equal types are one object, and what is inferred
 * is held against what the file declares.
 */
export class ValueTypes {
  readonly types = new TypeTable();
  readonly #log: ProblemLog;

  constructor(
    readonly symbols: SymbolSource,
    log: ProblemLog,
  ) {
    this.#log = log;
  }

  set(scope: InferredScope, value: NameId, type: ValueType | undefined): void {
    const named = withNamedUnknowns(type, this.symbols);
    scope.setType(value, named === undefined || named !== type ? named : this.types.shared(named));
  }

  /** Stores the types that `context` has of the operator's outputs. */
  store(context: OperatorContext): void {
    const { scope, operator, outputs } = context;
    const { outputCount } = operator;
    for (let i = 0; i < outputCount; i++) {
      const value = operator.outputId(i);
      if (value === 0) continue;
      const inferred = outputs[i];
      const declared = scope.typeHere(value);
      if (declared === undefined) this.set(scope, value, inferred);
      else if (this.merge(scope, value, inferred, declared) !== undefined) {
        this.reportConflict(context, value, inferred, declared);
      }
    }
  }

  /** Stores what both types say of a value; returns their conflict. */
  merge(
    scope: InferredScope,
    value: NameId,
    inferred: ValueType | undefined,
    declared: ValueType,
  ): Conflict | undefined {
    // A broken file may make one value twice.
    scope.elements.delete(value);
    if (inferred === declared) return undefined;
    this.set(scope, value, mergeTypes(inferred, declared));
    return conflictOf(inferred, declared);
  }

  reportConflict(context: OperatorContext, value: NameId, inferred: ValueType | undefined, declared: ValueType): void {
    const conflict = conflictOf(inferred, declared);
    if (conflict !== undefined) this.#log.reportConflict(context, value, conflict, inferred, declared);
  }
}
