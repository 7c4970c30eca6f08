import { type Dimension, type Integer, isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { withDimension } from '../rules/dimensions';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { elementTypeAttribute } from '../rules/templates';

const float = 1;

/** How many distinct frequencies a real signal of a length has: floor(n / 2) + 1. */
function oneSided(length: Dimension): Dimension {
  return isKnown(length) ? integers.add(integers.divideTruncated(length, 2), 1) : null;
}

/** The last dimension holds the real part, or the real and the imaginary part. */
function fourierTransform(context: OperatorContext): void {
  const input = context.shapeOfRankAtLeast(0, 2);
  context.setTensor(0, context.elementType(0));
  if (input === undefined) return;
  const onesided = (context.int('onesided') ?? 0) !== 0;
  const inverse = (context.int('inverse') ?? 0) !== 0;
  checkParts(input.at(-1)!, onesided, inverse);
  const length = context.hasInput(1) ? scalarInput(context, 1) : undefined;
  const parts = onesided && inverse ? 1 : 2;
  const axis = signalAxis(context, input.length);
  const isSame = !onesided && length === undefined;
  if (axis === undefined) {
    const unknown = isSame ? input : input.map(() => null);
    context.setTensor(0, context.elementType(0), withDimension(unknown, input.length - 1, parts));
    return;
  }
  const result = withDimension(input, input.length - 1, parts);
  result[axis] = isSame ? input[axis]! : transformedLength(input[axis]!, length, onesided, inverse);
  context.setTensor(0, context.elementType(0), result);
}

function transformedLength(
  signal: Dimension,
  length: Dimension | undefined,
  onesided: boolean,
  inverse: boolean,
): Dimension {
  if (length !== undefined) return onesided && !inverse ? oneSided(length) : length;
  if (!inverse) return oneSided(signal);
  // Without a length, the inverse makes an even one: 2 (n - 1).
  return isKnown(signal) ? integers.multiply(2, integers.subtract(signal, 1)) : null;
}

function checkParts(parts: Dimension, onesided: boolean, inverse: boolean): void {
  const expected = inverse ? 2 : 1;
  if (onesided && isKnown(parts) && parts !== expected) {
    contradict(
      `a one-sided transform needs a last dimension of ${expected}, not ${parts}`,
      `单边变换要求最后一维为 ${expected}，而不是 ${parts}`,
    );
  }
}

/** An attribute until version 20, then an input. Undefined where it is not known. */
function signalAxis(context: OperatorContext, rank: number): number | undefined {
  let axis: Integer | undefined = -2;
  if (context.opset < 20) axis = context.int('axis') ?? 1;
  else if (context.hasInput(2)) {
    const given = scalarInput(context, 2);
    axis = isKnown(given) ? given : undefined;
  }
  if (axis === undefined) return undefined;
  if (axis < -rank || axis === -1 || axis >= rank - 1) {
    contradict(`axis ${axis} is no signal axis of rank ${rank}`, `轴 ${axis} 不是秩为 ${rank} 的张量的信号轴`);
  }
  return Number(axis) + (axis < 0 ? rank : 0);
}

/** The element of an input that must be a scalar, null where it is unknown. */
function scalarInput(context: OperatorContext, index: number): Dimension {
  context.shapeOfRank(index, 0);
  return context.elements(index)?.[0] ?? null;
}

function shortTimeFourierTransform(context: OperatorContext): void {
  const signal = context.shapeOfRankAtLeast(0, 2);
  const window = context.shapeOfRank(2, 1);
  context.setTensor(0, context.elementType(0));
  const length = context.hasInput(3) ? (context.elements(3)?.[0] ?? null) : (window?.[0] ?? null);
  if (context.hasInput(3) && isKnown(length) && isKnown(window?.[0]) && window[0] !== length) {
    contradict(`the window is ${window[0]} long, the frame ${length}`, `窗口长度为 ${window[0]}，而帧长为 ${length}`);
  }
  const onesided = context.int('onesided');
  // Where it is left out, the schema and runtimes take it as 1, ONNX's own inference as 0.
  const bins = onesided === undefined ? null : onesided === 0 ? length : oneSided(length);
  const frames = frameCount(signal?.[1] ?? null, length, context.elements(1)?.[0] ?? null);
  context.setTensor(0, context.elementType(0), [signal?.[0] ?? null, frames, bins, 2]);
}

/** Frames that fit whole: floor((signal - frame) / step) + 1. */
function frameCount(signal: Dimension, frame: Dimension, step: Dimension): Dimension {
  if (!isKnown(signal) || !isKnown(frame) || !isKnown(step) || step <= 0 || frame > signal) return null;
  return integers.add(integers.divideTruncated(integers.subtract(signal, frame), step), 1);
}

function cosineWindow(context: OperatorContext): void {
  context.shapeOfRank(0, 0);
  const size = context.elements(0)?.[0] ?? null;
  if (isKnown(size) && size <= 0) contradict(`a window of size ${size}`, `窗口大小为 ${size}`);
  context.setTensor(0, elementTypeAttribute(context, 'output_datatype', float), [size]);
}

function melWeights(context: OperatorContext): void {
  const [bins, length] = [scalarInput(context, 0), scalarInput(context, 1)];
  context.setTensor(0, elementTypeAttribute(context, 'output_datatype', float), [oneSided(length), bins]);
}

export const signals: RuleTable = [
  ...sharedRule(['DFT'], fourierTransform),
  ...sharedRule(['STFT'], shortTimeFourierTransform),
  ...sharedRule(['BlackmanWindow', 'HammingWindow', 'HannWindow'], cosineWindow),
  ...sharedRule(['MelWeightMatrix'], melWeights),
];
