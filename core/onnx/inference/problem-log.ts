import { displayName, formatType, type Localized, type NameId, type Problem, type ValueType } from '../../model';
import { OperatorContext } from './context';
import type { InferredScope } from './scope';
import { withoutAnonymous } from './symbols';
import type { Conflict } from './type-merging';

/** What inference finds wrong, each once: a function's body has the same problems in each of its signatures. */
export class ProblemLog {
  readonly problems: Problem[] = [];
  readonly #keys = new Set<string>();
  /** How often something was wrong, told before or not. */
  reports = 0;

  report(
    where: OperatorContext | InferredScope,
    code: string,
    message: Localized,
    severity: Problem['severity'] = 'error',
  ): void {
    this.reports++;
    const scope = where instanceof OperatorContext ? where.scope : where;
    if (!scope.isReported) return;
    this.#add(
      where instanceof OperatorContext
        ? atOperator(where, code, message, severity)
        : { code, severity, message, byteOffset: scope.graph.byteOffset },
    );
  }

  /** A value that is declared as something else than what it is. */
  reportConflict(
    where: OperatorContext | InferredScope,
    value: NameId,
    conflict: Conflict,
    found: ValueType | undefined,
    declared: ValueType | undefined,
  ): void {
    const { graph } = where instanceof OperatorContext ? where.scope : where;
    const [name, is, says] = [displayName(graph.names.nameOf(value)), shownType(found), shownType(declared)];
    // Runtimes go on with a declared shape that is wrong (ONNX Runtime warns), but not with a wrong element type.
    const severity = conflict === 'rank' || conflict === 'dimension' ? 'warning' : 'error';
    const message = {
      en: `${name} is declared as ${says}, but its type is ${is}`,
      zh: `${name} 声明的类型为 ${says}，但推断得到的类型为 ${is}`,
    };
    this.report(where, 'onnx-inference/declared-type', message, severity);
  }

  /** Those of an inference that is about to be reused; told again where they have been taken back since. */
  restore(problems: readonly Problem[]): void {
    for (const problem of problems) this.#add(problem);
  }

  get length(): number {
    return this.problems.length;
  }

  /** Forgets all but the first `length`. */
  truncate(length: number): void {
    for (const problem of this.problems.splice(length)) this.#keys.delete(keyOf(problem));
  }

  #add(problem: Problem): void {
    const key = keyOf(problem);
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.problems.push(problem);
  }
}

function keyOf({ byteOffset, place, message }: Problem): string {
  return `${place?.graph}:${place?.index}:${byteOffset}:${message.en}`;
}

function atOperator(
  { scope, operator }: OperatorContext,
  code: string,
  { en, zh }: Localized,
  severity: Problem['severity'],
): Problem {
  const { name, index, opType: op, domain, byteOffset } = operator;
  const shown = name === '' ? displayName(op) : `${displayName(op)} (${displayName(name)})`;
  return {
    code,
    severity,
    message: { en: `${shown}: ${en}`, zh: `${shown}：${zh}` },
    byteOffset,
    place: { graph: scope.graph.path, node: name, index, op, domain, byteOffset },
  };
}

/** A type fit for a message. */
function shownType(type: ValueType | undefined): string {
  return displayName(formatType(withoutAnonymous(type)));
}
