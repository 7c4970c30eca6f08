import type { Binding, Scope } from '../names/scope';
import type { Block, Expression, If, Statement, Try } from '../syntax/nodes';
import { askedWhere } from './asked-where';
import { askedByPackage } from './device-questions';
import type { Evaluator } from './evaluator';

type Questions = readonly string[];

/** Longer functions, and what is nested deeper, are not followed. */
const mostStatements = 32;
const deepest = 4;

/**
 * What a function asks for that says yes and no in several places: `try: import torch_npu`, `except ImportError: return False`,
 * `return True`. Undefined where it may say yes for another reason.
 */
export function askedByReturns(evaluator: Evaluator, scope: Scope, depth: number): Questions | undefined {
  if (scope.node.kind !== 'Function' || !evaluator.namesAccelerators) return undefined;
  const answers = new Answers(evaluator, scope, depth);
  const isDecided = answers.follow(scope.node.body.body, undefined, 0);
  return isDecided && answers.yes.size > 0 ? [...answers.yes] : undefined;
}

class Answers {
  /** The questions behind which the function says yes. */
  readonly yes = new Set<string>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly scope: Scope,
    private readonly depth: number,
  ) {}

  /** Whether it is known of all that these statements return. `before`: what was answered with yes before them. */
  follow(statements: readonly Statement[], before: Questions | undefined, nested: number): boolean {
    if (statements.length > mostStatements || nested > deepest) return false;
    let known = before;
    for (const statement of statements) {
      switch (statement.kind) {
        case 'Return':
          return this.#isKnown(statement.value, known);
        case 'If':
          if (!this.#conditional(statement, known, nested + 1)) return false;
          known = this.#behind(statement) ?? known;
          break;
        case 'Try': {
          const asked = importedIn(statement.body);
          if (!this.#attempt(statement, asked ?? known, known, nested + 1)) return false;
          if (asked !== undefined && statement.handlers.every(({ body }) => leaves(body))) known = asked;
          break;
        }
        case 'With':
          if (!this.follow(statement.body.body, known, nested + 1)) return false;
          break;
        case 'For':
        case 'While':
        case 'Match':
        case 'Broken':
          return false;
      }
    }
    return true;
  }

  #conditional({ clauses, otherwise }: If, known: Questions | undefined, nested: number): boolean {
    return (
      clauses.every(({ condition, body }) => this.follow(body.body, this.#asked(condition, true) ?? known, nested)) &&
      (otherwise === undefined || this.follow(otherwise.body, known, nested))
    );
  }

  /** `if not hasattr(torch, "npu"): return False`. */
  #behind({ clauses: [clause, more], otherwise }: If): Questions | undefined {
    const isAlone = clause !== undefined && more === undefined && otherwise === undefined && leaves(clause.body);
    return isAlone ? this.#asked(clause.condition, false) : undefined;
  }

  #attempt(
    { body, handlers, otherwise, finally: last }: Try,
    inside: Questions | undefined,
    outside: Questions | undefined,
    nested: number,
  ): boolean {
    return (
      this.follow(body.body, inside, nested) &&
      handlers.every((handler) => this.follow(handler.body.body, outside, nested)) &&
      (otherwise === undefined || this.follow(otherwise.body, inside, nested)) &&
      (last === undefined || this.follow(last.body, outside, nested))
    );
  }

  #isKnown(value: Expression | undefined, known: Questions | undefined): boolean {
    const { asks, constant } = value ? this.evaluator.value(value, this.scope, this.depth + 1) : { constant: null };
    if (constant === false || constant === null) return true;
    const questions = asks ?? known;
    for (const question of questions ?? []) this.yes.add(question);
    return questions !== undefined;
  }

  #asked(condition: Expression, outcome: boolean): Questions | undefined {
    return askedWhere(this.evaluator, condition, outcome, this.scope, this.depth + 1);
  }
}

/** `try: import torch_npu`, `HAS_NPU = True`, `except ImportError: HAS_NPU = False`: what the name asks for. */
export function askedByAttempt(bindings: readonly Binding[], scope: Scope): Questions | undefined {
  const said = bindings.map(({ what }) =>
    what.kind === 'value' && what.value.kind === 'Constant' ? what.value.value : 0,
  );
  const yes = bindings.filter((_, index) => said[index] === true);
  const [binding] = yes;
  if (binding === undefined || yes.length > 1 || !said.every((value) => value === true || value === false))
    return undefined;
  const { node } = scope;
  if (node.kind !== 'Module' && node.kind !== 'Function') return undefined;
  const statements = node.kind === 'Module' ? node.body : node.body.body;
  const isAround = ({ body, otherwise }: Try) =>
    [body, otherwise].some((block) => block?.start === binding.suite.start && block.end === binding.suite.end);
  const attempt = statements.find((statement) => statement.kind === 'Try' && isAround(statement));
  return attempt?.kind === 'Try' ? importedIn(attempt.body) : undefined;
}

/** The accelerator whose package a block imports. */
function importedIn({ body }: Block): Questions | undefined {
  for (const statement of body) {
    if (statement.kind !== 'Import') continue;
    const names = statement.from === undefined ? statement.names.map(({ name }) => name) : [statement.from];
    for (const name of names) {
      const asked = askedByPackage(name);
      if (asked !== undefined) return asked;
    }
  }
  return undefined;
}

function leaves({ body }: Block): boolean {
  const last = body.at(-1)?.kind;
  return last === 'Return' || last === 'Raise';
}
