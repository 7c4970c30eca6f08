import { type Dimension, type Integer, isKnown, type Shape } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import * as integers from './integers';

/** How a kernel moves over the spatial axes of a convolution's or pooling's input. */
export interface Window {
  /** Null where it is not known. */
  readonly kernel: readonly Dimension[];
  readonly dilations: readonly Integer[];
  readonly strides: readonly Integer[];
  /** Whether a last window may reach beyond the padded input. */
  readonly ceil: boolean;
}

/** A list attribute with a value for each spatial axis, none below `least`; `otherwise` for each where there is none. */
export function perAxis(
  context: OperatorContext,
  name: string,
  rank: number,
  otherwise: Integer,
  least: Integer,
): readonly Integer[] {
  const values = context.ints(name);
  if (values === undefined) return new Array<Integer>(rank).fill(otherwise);
  if (values.length !== rank) {
    contradict(
      `attribute ${name} has ${values.length} values for ${rank} spatial axes`,
      `属性 ${name} 有 ${values.length} 个值，而空间轴有 ${rank} 个`,
    );
  }
  const wrong = values.find((value) => value < least);
  if (wrong !== undefined) contradict(`attribute ${name} contains ${wrong}`, `属性 ${name} 含有无效值 ${wrong}`);
  return values;
}

export function positivePerAxis(
  context: OperatorContext,
  name: string,
  rank: number,
  otherwise: Integer,
): readonly Integer[] {
  return perAxis(context, name, rank, otherwise, 1);
}

/** The attribute, or what the weights' spatial dimensions say. */
export function kernelShape(context: OperatorContext, rank: number, weight: Shape): readonly Dimension[] {
  if (weight !== undefined && weight.length !== rank + 2) {
    contradict(
      `the weights have ${weight.length - 2} spatial axes, the input has ${rank}`,
      `权重有 ${weight.length - 2} 个空间轴，而输入有 ${rank} 个`,
    );
  }
  if (context.attribute('kernel_shape') !== undefined) return positivePerAxis(context, 'kernel_shape', rank, 1);
  const kernel: readonly Dimension[] = weight?.slice(2) ?? new Array<Dimension>(rank).fill(null);
  if (kernel.some((length) => isKnown(length) && length <= 0)) {
    contradict('the kernel is empty', '卷积核的空间维度为 0');
  }
  return kernel;
}

/** How far a kernel reaches when its taps lie `dilation` apart. */
export function effectiveKernel(length: Dimension, dilation: Integer): Dimension {
  return isKnown(length) ? integers.add(integers.multiply(integers.subtract(length, 1), dilation), 1) : null;
}

/** Attribute pads: all beginnings, then all ends. */
export function padsOrDefault(context: OperatorContext, rank: number): readonly Integer[] | undefined {
  const pads = context.ints('pads');
  if (pads === undefined) return undefined;
  if (pads.length !== 2 * rank) {
    contradict(
      `attribute pads has ${pads.length} values, not ${2 * rank}`,
      `属性 pads 有 ${pads.length} 个值，应为 ${2 * rank} 个`,
    );
  }
  const wrong = pads.find((pad) => pad < 0);
  if (wrong !== undefined) contradict(`attribute pads contains ${wrong}`, `属性 pads 含有负值 ${wrong}`);
  return pads;
}

/** How many windows fit along each spatial axis. */
export function windowCounts(context: OperatorContext, spatial: readonly Dimension[], window: Window): Dimension[] {
  const auto = context.string('auto_pad') ?? 'NOTSET';
  const pads = padsOrDefault(context, spatial.length);
  return spatial.map((length, i) => {
    const stride = window.strides[i]!;
    const span = effectiveKernel(window.kernel[i]!, window.dilations[i]!);
    if (pads === undefined && (auto === 'SAME_UPPER' || auto === 'SAME_LOWER')) {
      return sameCount(length, span, stride);
    }
    if (!isKnown(length))
      return unknownCount(length, span, stride, pads && integers.add(pads[i]!, pads[i + spatial.length]!));
    if (!isKnown(span)) return null;
    return windowCount(length, span, stride, pads?.[i] ?? 0, pads?.[i + spatial.length] ?? 0, window.ceil);
  });
}

/** Padded so that there is a window at every stride. */
function sameCount(length: Dimension, span: Dimension, stride: Integer): Dimension {
  if (!isKnown(length)) return stride === 1 ? length : null;
  return isKnown(span) ? integers.divideCeiling(length, stride) : null;
}

/** A window that reaches exactly as far as the padding, one by one, keeps a length whatever it is. */
function unknownCount(length: Dimension, span: Dimension, stride: Integer, padding: Integer = 0): Dimension {
  return stride === 1 && isKnown(span) && integers.subtract(span, 1) === padding ? length : null;
}

function windowCount(
  length: Integer,
  span: Integer,
  stride: Integer,
  before: Integer,
  after: Integer,
  ceil: boolean,
): Dimension {
  const free = integers.subtract(integers.add(integers.add(length, before), after), span);
  // A kernel greater than its input: runtimes refuse it or make an empty output.
  if (free < 0) return null;
  if (!ceil) return integers.add(integers.divideTruncated(free, stride), 1);
  const count = integers.add(integers.divideCeiling(free, stride), 1);
  // A window that would start in the padding after the input is left out: ONNX's own inference says so from version 22
  // on, ONNX Runtime does so in every version.
  const start = integers.multiply(integers.subtract(count, 1), stride);
  return start >= integers.add(length, before) ? integers.subtract(count, 1) : count;
}
