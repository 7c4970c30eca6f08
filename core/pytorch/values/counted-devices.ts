import type { Comparison, Expression } from '../syntax/nodes';

/*
 * Counts of CUDA's devices that are compared with a number: `torch.cuda.device_count() > 1`,
 * `len(torch.cuda.default_generators) > 0`. Without CUDA both are 0.
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
export function countedCuda(comparison: Comparison): Expression | undefined {
  const counted = countIn(comparison.operands[0]);
  return counted && (isAsked(comparison, atLeastOne) || isAsked(comparison, none)) ? counted : undefined;
}

/** Whether the comparison is yes only where nothing is there: `torch.cuda.device_count() == 0`. */
export function isNoneCounted(comparison: Comparison): boolean {
  return countIn(comparison.operands[0]) !== undefined && isAsked(comparison, none);
}

function countIn(node: Expression | undefined): Expression | undefined {
  if (node?.kind !== 'Call') return undefined;
  const { callee, arguments: given } = node;
  if (callee.kind === 'Name' && callee.id === 'len') {
    const [list, more] = given;
    const isList = list?.value.kind === 'Attribute' && list.value.name.id === 'default_generators';
    return isList && more === undefined ? list.value : undefined;
  }
  const name = callee.kind === 'Attribute' ? callee.name.id : callee.kind === 'Name' ? callee.id : '';
  return name === 'device_count' && given.length === 0 ? callee : undefined;
}

function isAsked({ operators, operands }: Comparison, answers: Answers): boolean {
  const [, number] = operands;
  if (operators.length !== 1 || number?.kind !== 'Number' || number.value === undefined) return false;
  return answers.get(operators[0]!)?.(number.value) ?? false;
}
