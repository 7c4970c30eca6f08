import type { ApiLimit, ArgumentCondition, Constant, LimitCondition, Outcome } from '../model';

/** What is known of an argument. Every member that is absent is unknown. */
export interface KnownArgument {
  /** A constant, or the qualified name of one (`torch.channels_last`). */
  readonly constant?: Constant | undefined;
  /** Of a value that is known to be of one kind: `int`, `float`, `bool`. */
  readonly kind?: string | undefined;
  /** Of a tuple or list of numbers. */
  readonly numbers?: readonly number[] | undefined;
  /** Of a tensor: `float16`. */
  readonly dtype?: string | undefined;
  readonly rank?: number | undefined;
  readonly elements?: number | undefined;
  readonly lastDimension?: number | undefined;
}

/** A call as the conditions see it. */
export interface KnownCall {
  /**
   * The argument of that name or, among the positional ones, at `position` (the receiver of a method is 0); `absent`
   * where the call has none; undefined where `*args` or `**kwargs` may pass it.
   */
  argument(name: string, position: number | undefined): KnownArgument | 'absent' | undefined;
  /** Elements of the result. */
  readonly elements?: number | undefined;
}

/** Whether a call keeps within a limit, breaks it, or does not show. */
export function checkLimit(limit: ApiLimit, call: KnownCall): Outcome {
  const bites = holds(limit.when, call);
  return bites === 'unknown' ? 'undecided' : bites ? 'broken' : 'met';
}

function holds(condition: LimitCondition, call: KnownCall): Three {
  if ('always' in condition) return true;
  if ('all' in condition) return every(condition.all.map((member) => holds(member, call)));
  if ('any' in condition) {
    const none = every(condition.any.map((member) => negate(holds(member, call))));
    return negate(none);
  }
  if ('elements' in condition) return call.elements === undefined ? 'unknown' : call.elements >= condition.elements;
  return argumentHolds(condition, call);
}

function argumentHolds(condition: ArgumentCondition, call: KnownCall): Three {
  let argument = call.argument(condition.argument, condition.position);
  if (argument === undefined) return 'unknown';
  if (argument === 'absent') {
    if (condition.default === undefined) return false;
    argument = { constant: condition.default };
  }
  const { dtype, rank, elements, lastDimension, kind, numbers } = argument;
  const isTensor = dtype !== undefined || rank !== undefined || lastDimension !== undefined;
  // A tensor is no constant, and a constant such as None has neither type nor rank.
  const constant: Constant | typeof tensor | undefined = isTensor ? tensor : argument.constant;
  if (constant !== undefined && constant !== tensor && isAboutTensor(condition)) return false;
  return every([
    condition.is && known(constant, (value) => value !== tensor && condition.is!.includes(value)),
    condition.isNot && known(constant, (value) => value === tensor || !condition.isNot!.includes(value)),
    condition.atMost !== undefined
      ? known(constant, (value) => typeof value === 'number' && value <= condition.atMost!)
      : true,
    condition.atLeast !== undefined
      ? known(constant, (value) => typeof value === 'number' && value >= condition.atLeast!)
      : true,
    condition.below !== undefined
      ? known(constant, (value) => typeof value === 'number' && value < condition.below!)
      : true,
    condition.isFraction ? known(constant, (value) => typeof value === 'number' && !Number.isInteger(value)) : true,
    condition.isApart
      ? known(numbers ?? constant, (value) => Array.isArray(value) && areApart(value as readonly number[]))
      : true,
    condition.kind && known(kind, (value) => condition.kind!.some((asked) => asked === value)),
    condition.dtype && known(dtype, (value) => condition.dtype!.includes(value)),
    condition.dtypeNot && known(dtype, (value) => !condition.dtypeNot!.includes(value)),
    condition.rankNot && known(rank, (value) => !condition.rankNot!.includes(value)),
    condition.rankAbove !== undefined ? known(rank, (value) => value > condition.rankAbove!) : true,
    condition.elementsAbove !== undefined ? known(elements, (value) => value > condition.elementsAbove!) : true,
    condition.lastDimensionAbove !== undefined
      ? known(lastDimension, (value) => value > condition.lastDimensionAbove!)
      : true,
  ]);

  /** A test of something that may be unknown; a test that the condition does not make is true. */
  function known<T>(value: T | undefined, test: (value: T) => boolean): Three {
    return value === undefined ? 'unknown' : test(value);
  }
}

/** Of dimensions that are counted from both ends nobody knows without the rank. */
function areApart(dimensions: readonly number[]): boolean {
  const sorted = [...dimensions].sort((a, b) => a - b);
  const isFromOneEnd = sorted.every((dimension) => dimension < 0) || sorted.every((dimension) => dimension >= 0);
  return isFromOneEnd && sorted.some((dimension, index) => index > 0 && dimension > sorted[index - 1]! + 1);
}

type Three = boolean | 'unknown';

const tensor = Symbol('a tensor');

function isAboutTensor(condition: ArgumentCondition): boolean {
  const { dtype, dtypeNot, rankNot, rankAbove, elementsAbove, lastDimensionAbove } = condition;
  return [dtype, dtypeNot, rankNot, rankAbove, elementsAbove, lastDimensionAbove].some((test) => test !== undefined);
}

/** And of three-valued logic; a member that is absent is a test that the condition does not make, and true. */
function every(members: readonly (Three | undefined)[]): Three {
  if (members.includes(false)) return false;
  return members.includes('unknown') ? 'unknown' : true;
}

function negate(value: Three): Three {
  return value === 'unknown' ? value : !value;
}
