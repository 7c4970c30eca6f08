import type { OperatorFacts, OperatorKind } from '../../model';
import { rowKey } from '../operator-table';

/** What judges the operators of a model, made once for each type, and found by the kind that alike operators share. */
export class ByType<Assessor> {
  readonly #byType = new Map<string, Assessor>();
  readonly #byKind = new Map<OperatorKind, Assessor>();

  /** `make` is given the key of the type's row. */
  constructor(private readonly make: (key: string, facts: OperatorFacts) => Assessor) {}

  of(facts: OperatorFacts): Assessor {
    const { kind } = facts.operator;
    let assessor = this.#byKind.get(kind);
    if (assessor === undefined) {
      const key = rowKey(facts.domain, kind.opType);
      assessor = this.#byType.get(key) ?? this.make(key, facts);
      this.#byType.set(key, assessor);
      this.#byKind.set(kind, assessor);
    }
    return assessor;
  }
}
