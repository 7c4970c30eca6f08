import { type Dimension, type Integer, isKnown } from '../../../model';
import { normalizeAxes, normalizeAxis, type OperatorContext } from '../context';
import type { Element } from '../elements';
import { inRange } from '../propagation/arithmetic';
import { elementAt, fill, inputElements, outputElementType, setElements } from '../propagation/tensor-elements';
import { unknownDimensions } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

const int64 = 7;

/** `axesInputSince`: the version from which the axes are an input. */
function reduce(axesInputSince: number): (context: OperatorContext) => void {
  return (context) => {
    const input = context.shape(0);
    context.setTensor(0, context.elementType(0), input && reducedShape(context, input, axesInputSince));
  };
}

function reducedShape(
  context: OperatorContext,
  input: readonly Dimension[],
  axesInputSince: number,
): readonly Dimension[] | undefined {
  const keeps = (context.int('keepdims') ?? 1) !== 0;
  const axes = axesOf(context, input.length, axesInputSince);
  if (axes === undefined)
    return keeps ? input.map(() => null) : unknownDimensions(input.length - reducedCount(context));
  return keeps ? input.map((dimension, i) => (axes.has(i) ? 1 : dimension)) : input.filter((_, i) => !axes.has(i));
}

/** How many axes an input of them that is computed names; NaN where that is not known, or may mean all. */
function reducedCount(context: OperatorContext): number {
  const count = context.shape(1)?.[0];
  return typeof count === 'number' && count > 0 ? count : Number.NaN;
}

/** No axes are all of them, unless `noop_with_empty_axes` says none. */
function axesOf(context: OperatorContext, rank: number, axesInputSince: number): ReadonlySet<number> | undefined {
  let given: readonly Integer[] | undefined;
  if (context.opset < axesInputSince) given = context.ints('axes');
  else if (context.hasInput(1)) {
    given = context.integers(1);
    if (given === undefined && context.shape(1)?.[0] !== 0) return undefined;
  }
  if (given !== undefined && given.length > 0) return new Set(normalizeAxes(given, rank));
  if (context.opset >= axesInputSince && context.int('noop_with_empty_axes') === 1) return new Set();
  return new Set(Array.from({ length: rank }, (_, axis) => axis));
}

function argumentOfExtremum(context: OperatorContext): void {
  const input = context.shape(0);
  context.setTensor(0, int64);
  if (input === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? 0, input.length);
  const keeps = (context.int('keepdims') ?? 1) !== 0;
  context.setTensor(
    0,
    int64,
    keeps ? input.map((dimension, i) => (i === axis ? 1 : dimension)) : input.filter((_, i) => i !== axis),
  );
}

const reductions: Record<string, (a: Integer, b: Integer) => Integer> = {
  ReduceSum: integers.add,
  ReduceProd: integers.multiply,
  ReduceMax: integers.maximum,
  ReduceMin: integers.minimum,
};

/** Of integers: the number of elements of a tensor, the longest of its axes, ... */
function propagateReduction(name: string, axesInputSince: number): (context: OperatorContext) => void {
  const combine = reductions[name]!;
  return (context) => {
    const input = inputElements(context, 0);
    if (input === undefined || input.elements.length === 0) return;
    const axes = axesOf(context, input.dims.length, axesInputSince);
    const elementType = outputElementType(context);
    if (axes === undefined) return;
    const kept = input.dims.map((dim, axis) => (axes.has(axis) ? 1 : dim));
    const inner = input.dims.map((dim, axis) => (axes.has(axis) ? dim : 1));
    setElements(
      context,
      fill(kept, (outer) => {
        const group = fill(inner, (index) =>
          elementAt(
            input,
            outer.map((at, axis) => at + index[axis]!),
          ),
        );
        return inRangeOrSymbol(reduceGroup(group, combine), elementType);
      }),
    );
  };
}

function reduceGroup(group: readonly Element[], combine: (a: Integer, b: Integer) => Integer): Element {
  if (group.length === 1) return group[0]!;
  return group.every(isKnown) ? (group as readonly Integer[]).reduce(combine) : null;
}

function inRangeOrSymbol(element: Element, elementType: number): Element {
  return isKnown(element) ? inRange(element, elementType) : element;
}

/** The versions from which each reduction takes its axes as an input. */
const plain = ['ReduceL1', 'ReduceL2', 'ReduceLogSum', 'ReduceLogSumExp', 'ReduceMean', 'ReduceSumSquare'];

export const reduction: RuleTable = [
  ...sharedRule(plain, reduce(18)),
  ...['ReduceProd', 'ReduceMax', 'ReduceMin'].flatMap((name) =>
    sharedRule([name], reduce(18), propagateReduction(name, 18)),
  ),
  ...sharedRule(['ReduceSum'], reduce(13), propagateReduction('ReduceSum', 13)),
  ...sharedRule(['ArgMax', 'ArgMin'], argumentOfExtremum),
];
