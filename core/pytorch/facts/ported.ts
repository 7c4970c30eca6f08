import type { Accelerator, PortedRegion } from '../../model';
import type { Scope } from '../names/scope';
import { lastName, partsOf } from '../syntax/children';
import type { Clause, Expression, If, Raise, Statement, Try } from '../syntax/nodes';
import { isOther } from '../values/device-questions';
import type { Evaluator } from '../values/evaluator';
import { skipsTest } from '../values/skipped-tests';

/** What shows that a piece of code handles another accelerator. */
export type Handled = Pick<PortedRegion, 'by' | 'accelerators'>;

/** `is_npu`, `USE_NPU`, `npu_available`. Google's TPUs are asked for by names with `xla`, or by transformers' own. */
const namePattern = /(?:^|_)(npu|tpu)s?(?:_|$)/i;
const googlesTpu = /xla|^is_torch_tpu_available$|^is_tpu_available$/i;
const textPattern = /^(?:torch_)?(npu|tpu)(?::\d*)?$/;

/** Deeper conditions are not looked into. */
const deepest = 12;

/** What a text has in which any of these names stands. */
const mayName = /(?<![a-z\d])[nt]pus?(?![a-z\d])|accelerator/i;

/** The pieces of one script that handle other accelerators. */
export class PortedCode {
  /** Most scripts name none, and are not looked into. */
  readonly #isSearched: boolean;

  constructor(
    text: string,
    private readonly evaluator: Evaluator,
  ) {
    this.#isSearched = mayName.test(text);
  }

  /** The accelerators that a condition, or a list of choices, names, or asks for by a name that holds the answer. */
  by(node: Expression, scope: Scope): Handled | undefined {
    return (this.#isSearched ? handledBy(node) : undefined) ?? this.#asked(node, scope);
  }

  /** The accelerators that names and calls of a condition ask for, wherever they do. */
  #asked(node: Expression, scope: Scope): Handled | undefined {
    switch (node.kind) {
      case 'Name':
      case 'Attribute':
      case 'Call': {
        const { asks } = this.evaluator.value(node, scope);
        const isOfTarget = (question: string) => !question.includes('cuda') && !isOther(question);
        const accelerators = asks?.filter(isOfTarget) as Accelerator[] | undefined;
        return accelerators?.length ? { by: shown(node), accelerators } : undefined;
      }
      case 'Unary':
        return node.operator === 'not' ? this.#asked(node.operand, scope) : undefined;
      case 'Boolean':
        return joined([node.left, node.right].flatMap((side) => this.#asked(side, scope) ?? []));
      default:
        return undefined;
    }
  }

  /**
   * The accelerators that run, as CUDA does, what stands where a condition has this outcome, for it names both:
   * `device.type in ("cuda", "npu")`. What runs on another accelerator alone was written for it.
   */
  sharing(condition: Expression, outcome: boolean, scope: Scope): readonly Accelerator[] {
    if (!this.#isSearched) return [];
    const answers = yesTo(condition, outcome);
    const named = new Set(answers.flatMap((answer) => this.by(answer, scope)?.accelerators ?? []));
    const isShared = named.has('accelerator') || answers.some((answer) => this.#isAboutCuda(answer, scope));
    return isShared ? [...named] : [];
  }

  #isAboutCuda(node: Expression, scope: Scope): boolean {
    const { text } = this.evaluator;
    if (/cuda|gpu/i.test(text.slice(node.start, node.end))) return true;
    return node.kind !== 'Comparison' && (this.evaluator.value(node, scope).asks ?? []).some((one) => /cuda/.test(one));
  }

  /** Choices among which another accelerator is named beside CUDA. */
  choicesIn(elements: readonly Expression[]): Handled | undefined {
    if (!this.#isSearched || elements.length < 2) return undefined;
    const texts = elements.filter(({ kind }) => kind === 'String');
    return texts.length < 2 || texts.length > 32 ? undefined : handledByAny(texts);
  }

  /** `match` against values of which one names another accelerator. */
  byAny(values: readonly Expression[]): Handled | undefined {
    return this.#isSearched ? handledByAny(values) : undefined;
  }

  /** `if is_cuda: ... elif is_npu: ...`: each of its branches stands beside one for the other accelerator. */
  byBranches({ clauses }: If, scope: Scope): Handled | undefined {
    return joined(clauses.flatMap(({ condition }) => this.by(condition, scope) ?? []));
  }

  /**
   * `if on_npu: return ...`: what follows runs without the other accelerator, or on it alone. Not behind `if on_npu and x:
   * return ...`, which leaves some of it over.
   */
  byRest(left: readonly Clause[], scope: Scope): Handled | undefined {
    return joined(left.flatMap(({ condition }) => this.#decided(condition, scope) ?? []));
  }

  /** The accelerators of which it is known, by the answer, whether the script runs on them. */
  #decided(condition: Expression, scope: Scope): Handled | undefined {
    // That some accelerator is there may be asked for among others: where the answer is no, one may be there as well.
    if (condition.kind !== 'Boolean') return named(this.by(condition, scope));
    const sides = [condition.left, condition.right].map((side) => this.#decided(side, scope));
    return condition.operator === 'and' && sides.includes(undefined)
      ? undefined
      : joined(sides.flatMap((side) => side ?? []));
  }

  /** `try: import torch_npu`. */
  byTry(node: Try): Handled | undefined {
    return this.#isSearched ? handledByTry(node) : undefined;
  }

  /**
   * `if cuda: return ...`, `if npu: return ...`: statements side by side that are branches of one choice. What the choice
   * handles, by the statement.
   */
  besides(statements: readonly Statement[]): ReadonlyMap<Statement, Handled> {
    return this.#isSearched ? choices(statements) : none;
  }
}

const none: ReadonlyMap<Statement, Handled> = new Map();

function named(handled: Handled | undefined): Handled | undefined {
  return handled?.accelerators.includes('accelerator') ? undefined : handled;
}

function handledBy(node: Expression, depth = 0): Handled | undefined {
  const found = namedBy(node);
  return found || depth > deepest ? found : handledByAny(partsOf(node), depth + 1);
}

function handledByAny(nodes: readonly Expression[], depth = 1): Handled | undefined {
  return joined(nodes.flatMap((node) => handledBy(node, depth) ?? []));
}

/** The questions of a condition that are answered with yes where it has this outcome; of alternatives, all. */
function yesTo(node: Expression, outcome: boolean, depth = 0): Expression[] {
  if (depth > deepest) return [];
  switch (node.kind) {
    case 'Unary':
      return node.operator === 'not' ? yesTo(node.operand, !outcome, depth + 1) : [];
    case 'Boolean':
      return [node.left, node.right].flatMap((side) => yesTo(side, outcome, depth + 1));
    case 'Comparison': {
      const [operator] = node.operators;
      const isEqual = operator === '==' || operator === 'in' || operator === 'is';
      return node.operators.length === 1 && isEqual === outcome ? [node] : [];
    }
    case 'Call':
      // That PyTorch has `torch.accelerator` says nothing of the machine.
      return outcome && lastName(node.callee) !== 'hasattr' ? [node] : [];
    case 'Name':
    case 'Attribute':
      return outcome ? [node] : [];
    default:
      return [];
  }
}

function namedBy(node: Expression): Handled | undefined {
  if (node.kind === 'String') {
    const [, accelerator] = textPattern.exec(node.value ?? '') ?? [];
    return accelerator === undefined ? undefined : handled(`"${node.value}"`, accelerator);
  }
  if (node.kind === 'Attribute' && node.name.id === 'accelerator') {
    return node.object.kind === 'Name' && node.object.id === 'torch'
      ? handled('torch.accelerator', 'accelerator')
      : undefined;
  }
  if (node.kind === 'Call' && node.callee.kind === 'Name' && node.callee.id === 'hasattr') {
    const asked = node.arguments[1]?.value;
    if (asked?.kind === 'String' && asked.value === 'accelerator') return handled('torch.accelerator', 'accelerator');
  }
  const name = node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.name.id : '';
  // `get_current_accelerator() or torch.device("cuda")`: a project's own name for what torch.accelerator answers.
  if (/(?:^|_)current_accelerator$/.test(name)) return handled(name, 'accelerator');
  const [, accelerator] = googlesTpu.test(name) ? [] : (namePattern.exec(name) ?? []);
  return accelerator === undefined ? undefined : handled(name, accelerator);
}

function shown(node: Expression): string {
  const named = node.kind === 'Call' ? node.callee : node;
  return named.kind === 'Name' ? named.id : named.kind === 'Attribute' ? named.name.id : '';
}

const handled = (by: string, accelerator: string): Handled => ({
  by,
  accelerators: [accelerator.toLowerCase() as Accelerator],
});

function handledByBranches({ clauses }: If): Handled | undefined {
  return joined(clauses.flatMap(({ condition }) => handledBy(condition) ?? []));
}

function joined(all: readonly Handled[]): Handled | undefined {
  const [first] = all;
  return first && { by: first.by, accelerators: [...new Set(all.flatMap(({ accelerators }) => accelerators))] };
}

function handledByTry({ body }: Try): Handled | undefined {
  const imports = body.body.flatMap((statement) => (statement.kind === 'Import' ? [statement] : []));
  const names = imports.flatMap(({ from, names }) => (from === undefined ? names.map(({ name }) => name) : [from]));
  return joined(
    names.flatMap((name) => {
      const [, accelerator] = /^torch_(npu|tpu)\b/.exec(name) ?? [];
      return accelerator === undefined ? [] : [handled(`import ${name}`, accelerator)];
    }),
  );
}

/** Whether control leaves the block at the end of these statements. */
export function leaves(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  switch (last?.kind) {
    case 'Return':
    case 'Raise':
    case 'Jump':
      return true;
    case 'ExpressionStatement':
      return last.value.kind === 'Call' && (endsProcess(last.value.callee) || skipsTest(last.value.callee));
    default:
      return false;
  }
}

/** Whether a script gives up at the end of these statements: by an exception other than a test's that is skipped, or by its end. */
export function refuses(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  if (last?.kind === 'Raise') return !/Skip/.test(nameOfRaised(last));
  return last?.kind === 'ExpressionStatement' && last.value.kind === 'Call' && endsProcess(last.value.callee);
}

function nameOfRaised({ values: [value] }: Raise): string {
  const raised = value?.kind === 'Call' ? value.callee : value;
  return raised?.kind === 'Name' ? raised.id : raised?.kind === 'Attribute' ? raised.name.id : '';
}

function endsProcess(callee: Expression): boolean {
  if (callee.kind === 'Name') return callee.id === 'exit' || callee.id === 'quit';
  return callee.kind === 'Attribute' && /^_?exit$/.test(callee.name.id);
}

function choices(statements: readonly Statement[]): Map<Statement, Handled> {
  const found = new Map<Statement, Handled>();
  let run: If[] = [];
  const close = (last?: Statement) => {
    const all = run.length > 1 || last ? joined(run.flatMap((branch) => handledByBranches(branch) ?? [])) : undefined;
    if (all) for (const statement of last ? [...run, last] : run) found.set(statement, all);
    run = [];
  };
  for (const statement of statements) {
    if (statement.kind === 'If' && statement.clauses.every(({ body }) => leaves(body.body))) run.push(statement);
    else close(run.length > 0 && statement.kind === 'Return' ? statement : undefined);
  }
  close();
  return found;
}
