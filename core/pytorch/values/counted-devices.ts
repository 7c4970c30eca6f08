import { lookUp, onlyValue } from '../names/look-up';
import type { Scope } from '../names/scope';
import type { Call, Comparison, Expression } from '../syntax/nodes';

/*
 * Counts of CUDA's devices that are compared with a number: `torch.cuda.device_count() > 1`,
 * `len(torch.cuda.default_generators) > 0`, `count > 1` where a name holds one. Without CUDA both are 0.
 */

type Answers = ReadonlyMap<string, (number: number) => boolean>;

const atLeastOne: Answers = new Map<string, (number: number) => boolean>([
  ['>', (number) => number >= 0],
  ['>=', (number) => number >= 1],
  ['==', (number) => number >= 1],
  ['!=', (number) => number === 0],
]);
const none: Answers = new Map<string, (number: number) => boolean>([
  ['<', (number) => number === 1],
  ['<=', (number) => number === 0],
  ['==', (number) => number === 0],
]);

/** What counts CUDA's devices. */
export const countsOfCuda: ReadonlySet<string> = new Set(['torch.cuda.device_count', 'torch.cuda.default_generators']);

/** What is counted, where the comparison says whether there is any; by its syntax alone: whose count it is, its name says. */
export function countedCuda(comparison: Comparison, scope: Scope): Expression | undefined {
  const asked = askedOf(comparison, scope);
  return asked && (holds(asked, atLeastOne) || holds(asked, none)) ? asked.counted : undefined;
}

/** Whether the comparison is yes only where nothing is there: `torch.cuda.device_count() == 0`. */
export function isNoneCounted(comparison: Comparison, scope: Scope): boolean {
  const asked = askedOf(comparison, scope);
  return asked !== undefined && holds(asked, none);
}

interface Asked {
  readonly counted: Expression;
  /** Numbers that the name has elsewhere: `n_gpu = 1` beside `n_gpu = torch.cuda.device_count()`. */
  readonly others: readonly number[];
  readonly operator: string;
  /** What the count is compared with; undefined for something that is no number here. */
  readonly number: number | undefined;
}

/** `count > 1`, and `1 < count` as the same. */
function askedOf({ operators, operands }: Comparison, scope: Scope): Asked | undefined {
  const [operator, more] = operators;
  const [left, right] = operands;
  if (left === undefined || right === undefined || more !== undefined) return undefined;
  const counted = countedOrNumber(left, scope);
  if (counted) return { ...counted, operator: operator!, number: numberOf(right) };
  const turned = mirrored.get(operator!);
  const other = turned === undefined ? undefined : countedOrNumber(right, scope);
  return other && { ...other, operator: turned!, number: numberOf(left) };
}

const mirrored: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['>', '<'],
  ['<=', '>='],
  ['>=', '<='],
  ['==', '=='],
  ['!=', '!='],
]);

function numberOf(node: Expression): number | undefined {
  return node.kind === 'Number' ? node.value : undefined;
}

/** By how many a count is compared that is not known, some are asked for: `device_count() < world_size`, `rank < device_count()`. */
function holds({ operator, number, others }: Asked, answers: Answers): boolean {
  // The other numbers must have the other answer.
  if (
    others.length > 0 &&
    (number === undefined || answers === none || others.some((one) => isYes(one, operator, number)))
  )
    return false;
  if (number === undefined) return (answers === none ? /^<$/ : /^>=?$/).test(operator);
  return answers.get(operator)?.(number) ?? false;
}

function isYes(one: number, operator: string, other: number): boolean {
  switch (operator) {
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    case '==':
      return one === other;
    default:
      return true;
  }
}

/** A count, or a name that is bound to one and elsewhere to numbers. */
function countedOrNumber(node: Expression, scope: Scope): Pick<Asked, 'counted' | 'others'> | undefined {
  const bindings = node.kind === 'Name' ? (lookUp(node.id, scope, node.start)?.bindings ?? []) : [];
  if (bindings.length < 2) {
    const counted = countIn(node, scope);
    return counted && { counted, others: [] };
  }
  const values = bindings.map(({ what }) => (what.kind === 'value' ? what.value : undefined));
  const counted = values.flatMap((value) => (value && countIn(value, scope, 1)) ?? []);
  const others = values.flatMap((value) => (value && numberOf(value)) ?? []);
  const [first] = counted;
  return first && counted.length + others.length === values.length ? { counted: first, others } : undefined;
}

function countIn(node: Expression, scope: Scope, depth = 0): Expression | undefined {
  switch (node.kind) {
    case 'Name':
    case 'Attribute': {
      const value = depth === 0 ? onlyValue(node, scope) : undefined;
      return value && countIn(value, scope, depth + 1);
    }
    case 'Conditional':
      // `torch.cuda.device_count() if torch.cuda.is_available() else 0`
      return numberOf(node.otherwise) === 0 ? countIn(node.body, scope, depth + 1) : undefined;
    case 'Call':
      return countedBy(node);
    default:
      return undefined;
  }
}

function countedBy({ callee, arguments: given }: Call): Expression | undefined {
  if (callee.kind === 'Name' && callee.id === 'len') {
    const [list, more] = given;
    const isList = list?.value.kind === 'Attribute' && list.value.name.id === 'default_generators';
    return isList && more === undefined ? list.value : undefined;
  }
  const name = callee.kind === 'Attribute' ? callee.name.id : callee.kind === 'Name' ? callee.id : '';
  return name === 'device_count' && given.length === 0 ? callee : undefined;
}
