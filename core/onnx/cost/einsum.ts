import { type Integer, isKnown } from '../../model';
import { add, product } from './arithmetic';
import type { CostedOperator } from './costed-operator';
import type { MacFormula } from './formula';

/** Size by label; `...0` is the last axis of the ellipsis. */
type Sizes = Map<string, Integer>;

/**
 * Operands are contracted from left to right, as ONNX Runtime does: a step costs the product of all labels that either
 * side has, and then a label that no later operand and not the output has is gone. One operand alone is only summed.
 */
function einsum(operator: CostedOperator): Integer | undefined {
  const equation = operator.attribute('equation');
  if (equation?.kind !== 'string') return undefined;
  const [left, right] = equation.value.replaceAll(' ', '').split('->') as [string, string | undefined];
  const sizes: Sizes = new Map();
  const terms: string[][] = [];
  for (const [index, term] of left.split(',').entries()) {
    const labels = labelsOf(operator, index, term, sizes);
    if (labels === undefined) return undefined;
    terms.push(labels);
  }
  const ellipsis = [...sizes.keys()].filter((label) => label.startsWith('...'));
  const output = right === undefined ? implicitOutput(terms) : explicitOutput(right, ellipsis);
  let macs: Integer = 0;
  let current = new Set(terms[0]);
  for (let next = 1; next < terms.length; next += 1) {
    const united = new Set([...current, ...terms[next]!]);
    const step = product([...united].map((label) => sizes.get(label)));
    if (step === undefined) return undefined;
    macs = add(macs, step);
    const later = new Set([...output, ...terms.slice(next + 1).flat()]);
    current = new Set([...united].filter((label) => later.has(label)));
  }
  return macs;
}

/** The labels of an operand's axes, whose sizes are noted; undefined where one is not known. */
function labelsOf(operator: CostedOperator, index: number, term: string, sizes: Sizes): string[] | undefined {
  const shape = operator.input(index);
  if (shape === undefined) return undefined;
  const written = term.match(/\.\.\.|[A-Za-z]/g) ?? [];
  const covered = shape.length - written.filter((label) => label !== '...').length;
  const labels = written.flatMap((label) =>
    label === '...' ? Array.from({ length: Math.max(0, covered) }, (_, axis) => `...${covered - 1 - axis}`) : [label],
  );
  if (labels.length !== shape.length) return undefined;
  for (const [axis, label] of labels.entries()) {
    const dimension = shape[axis]!;
    if (!isKnown(dimension)) return undefined;
    // A dimension of 1 is broadcast.
    if (!sizes.has(label) || sizes.get(label) === 1) sizes.set(label, dimension);
  }
  return labels;
}

function explicitOutput(right: string, ellipsis: readonly string[]): Set<string> {
  return new Set((right.match(/\.\.\.|[A-Za-z]/g) ?? []).flatMap((label) => (label === '...' ? ellipsis : [label])));
}

/** The ellipsis, and every letter that stands once. */
function implicitOutput(terms: readonly string[][]): Set<string> {
  const all = terms.flat();
  return new Set(all.filter((label) => label.startsWith('...') || all.indexOf(label) === all.lastIndexOf(label)));
}

export const einsums: readonly (readonly [operator: string, formula: MacFormula])[] = [['Einsum', einsum]];
