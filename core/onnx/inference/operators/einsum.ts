import type { Dimension } from '../../../model';
import { missing, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { broadcastTwo } from '../rules/broadcast';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { commonElementType } from '../rules/templates';

const ellipsis = '...';

/** The labels of one operand of the equation: letters, and at most one ellipsis. */
function labelsOf(term: string): string[] {
  return term.match(/\.\.\.|[A-Za-z]/g) ?? [];
}

function einsum(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context));
  const equation = (context.string('equation') ?? missing('equation')).replaceAll(' ', '');
  const [left, right] = equation.split('->') as [string, string | undefined];
  const terms = left.split(',').map(labelsOf);
  if (terms.length !== context.inputCount) {
    contradict(
      `the equation has ${terms.length} operands for ${context.inputCount} inputs`,
      `公式有 ${terms.length} 个操作数，而输入有 ${context.inputCount} 个`,
    );
  }
  const axes = new Map<string, Dimension>();
  const repeated = new Set<string>();
  let broadcast: readonly Dimension[] = [];
  let isComplete = true;
  for (const [i, labels] of terms.entries()) {
    const shape = context.shape(i);
    if (shape === undefined) {
      isComplete = false;
      continue;
    }
    const covered = shape.length - labels.filter((label) => label !== ellipsis).length;
    if (covered < 0 || (covered > 0 && !labels.includes(ellipsis))) {
      contradict(
        `input ${i} of rank ${shape.length} does not fit ${labels.join('')}`,
        `第 ${i} 个输入的秩为 ${shape.length}，与 ${labels.join('')} 不符`,
      );
    }
    let axis = 0;
    for (const label of labels) {
      if (label === ellipsis) {
        broadcast = broadcastTwo(broadcast, shape.slice(axis, axis + covered));
        axis += covered;
        continue;
      }
      if (axes.has(label)) repeated.add(label);
      axes.set(label, axes.has(label) ? commonDimension(axes.get(label)!, shape[axis]!) : shape[axis]!);
      axis++;
    }
  }
  if (!isComplete) return;
  // Without a right side: the ellipsis, then every letter that stands once, in alphabetical order.
  const output =
    right === undefined
      ? [ellipsis, ...[...axes.keys()].filter((label) => !repeated.has(label)).sort()]
      : labelsOf(right);
  context.setTensor(
    0,
    commonElementType(context),
    output.flatMap((label): readonly Dimension[] => {
      if (label === ellipsis) return broadcast;
      return axes.has(label)
        ? [axes.get(label)!]
        : contradict(`${label} is on the right of the equation only`, `${label} 只出现在公式右侧`);
    }),
  );
}

/** The dimension of one letter: broadcast, as numpy stretches 1. */
function commonDimension(a: Dimension, b: Dimension): Dimension {
  return broadcastTwo([a], [b])[0]!;
}

export const einsums: RuleTable = sharedRule(['Einsum'], einsum);
