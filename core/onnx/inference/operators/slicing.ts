import { type Dimension, type Integer, isKnown } from '../../../model';
import { normalizeAxes, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { type Elements, mostElements } from '../elements';
import { sliceElements } from '../propagation/rearranging';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

/** What a slice takes along one axis. Null where it is not known. */
interface AxisSlice {
  readonly axis: number;
  readonly start: Dimension;
  readonly end: Dimension;
  readonly step: Dimension;
}

function slice(context: OperatorContext): void {
  const input = context.shape(0);
  if (context.opset >= 10 && (context.inputCount < 3 || context.inputCount > 5)) {
    contradict('needs three to five inputs', '需要三到五个输入');
  }
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const slices = slicesOf(context, input.length);
  const result: Dimension[] = slices === undefined ? input.map(() => null) : input.slice();
  for (const taken of slices ?? []) result[taken.axis] = lengthOf(taken, input[taken.axis]!);
  context.setTensor(0, context.elementType(0), result);
}

/** One for each axis that is sliced. Undefined where the axes are not known. */
function slicesOf(context: OperatorContext, rank: number): AxisSlice[] | undefined {
  const [starts, ends, axes, steps] = context.opset >= 10 ? inputsOf(context) : attributesOf(context);
  if (axes === undefined) return undefined;
  const count = starts?.length ?? ends?.length ?? (axes === 'all' ? context.shape(1)?.[0] : axes.length);
  if (typeof count !== 'number' || count > mostElements) return undefined;
  const known = [starts, ends, axes === 'all' ? undefined : axes, steps === 'one' ? undefined : steps];
  if (known.some((list) => list !== undefined && list.length !== count)) {
    contradict('starts, ends, axes and steps differ in length', 'starts、ends、axes 与 steps 的长度不一致');
  }
  const given = axes === 'all' ? Array.from({ length: count }, (_, i) => i) : axes;
  if (!given.every(isKnown)) return undefined;
  return normalizeAxes(given, rank).map((axis, i) => ({
    axis,
    start: starts?.[i] ?? null,
    end: ends?.[i] ?? null,
    step: steps === 'one' ? 1 : (steps?.[i] ?? null),
  }));
}

type SliceLists = readonly [
  starts: Elements | undefined,
  ends: Elements | undefined,
  axes: Elements | 'all' | undefined,
  steps: Elements | 'one' | undefined,
];

function inputsOf(context: OperatorContext): SliceLists {
  return [
    context.elements(1),
    context.elements(2),
    context.hasInput(3) ? context.elements(3) : 'all',
    context.hasInput(4) ? context.elements(4) : 'one',
  ];
}

function attributesOf(context: OperatorContext): SliceLists {
  const [starts, ends] = [context.ints('starts'), context.ints('ends')];
  if (starts === undefined || ends === undefined) contradict('needs starts and ends', '缺少 starts 或 ends');
  return [starts, ends, context.ints('axes') ?? 'all', 'one'];
}

function lengthOf({ start, end, step }: AxisSlice, length: Dimension): Dimension {
  if (step === 0) contradict('a step of 0 goes nowhere', '步长不能为 0');
  if (length === 0) return 0;
  if (!isKnown(length) && takesAll(start, end, step)) return length;
  if (!isKnown(start) || !isKnown(step)) return null;
  if (!isKnown(length)) return lengthOfUnknown(start, end, step, length);
  // A symbol as the end may lie beyond the length or before it.
  if (!isKnown(end)) return null;
  // Backwards to the greatest integer: to the last element by ONNX's own inference, to the first one in ONNX Runtime.
  if (step < 0 && greatest.has(BigInt(end))) return null;
  const from = clamp(start, length, step);
  const to = clampEnd(end, length, step);
  const distance = step > 0 ? integers.subtract(to, from) : integers.subtract(from, to);
  if (distance <= 0) return 0;
  return integers.divideCeiling(distance, step > 0 ? step : integers.subtract(0, step));
}

const farthest = 2 ** 31 - 1;
const greatest: ReadonlySet<bigint> = new Set([2n ** 31n - 1n, 2n ** 63n - 1n]);

/** From the first to beyond the last: exporters write the greatest int32 or int64. */
function takesAll(start: Dimension, end: Dimension, step: Dimension): boolean {
  return start === 0 && step === 1 && isKnown(end) && end >= farthest;
}

/** Of an axis of unknown length only what does not depend on it: `x[:0]`, `x[0:n]` of n. */
function lengthOfUnknown(start: Integer, end: Dimension, step: Integer, length: Dimension): Dimension {
  if (start === 0 && step === 1 && end !== null && end === length) return length;
  if (isKnown(end) && start >= 0 && end >= 0 && step > 0 && end <= start) return 0;
  return null;
}

function clamp(start: Integer, length: Integer, step: Integer): Integer {
  const from = start < 0 ? integers.add(start, length) : start;
  const last = step > 0 ? length : integers.subtract(length, 1);
  return integers.maximum(0, integers.minimum(from, last));
}

function clampEnd(end: Integer, length: Integer, step: Integer): Integer {
  const to = end < 0 ? integers.add(end, length) : end;
  return integers.maximum(step > 0 ? 0 : -1, integers.minimum(to, length));
}

function propagateSlice(context: OperatorContext): void {
  const input = context.shape(0);
  const slices = context.elements(0) && input && slicesOf(context, input.length);
  if (slices === undefined) return;
  const [starts, steps] = [new Map<number, number>(), new Map<number, number>()];
  for (const { axis, start, step } of slices) {
    const length = input![axis];
    if (!isKnown(start) || !isKnown(step) || !isKnown(length)) return;
    starts.set(axis, Number(clamp(start, length, step)));
    steps.set(axis, Number(step));
  }
  sliceElements(context, starts, steps);
}

export const slicing: RuleTable = sharedRule(['Slice'], slice, propagateSlice);
