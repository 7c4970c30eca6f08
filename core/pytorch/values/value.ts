import { type Certainty, defaultDevice, type ValueFact } from '../../model';

/**
 * What is known of an expression's value, within this folder: what rules see of it and what it takes to follow it
 * further. Plain data that can be kept when the syntax that it was found in is gone.
 *
 * A class or function of the workspace is an `api` whose name is `.` + the path of its file + `:` + its qualified name:
 * `.models/attention.py:Attention.forward`; the module itself has none behind the colon.
 */
export interface Value extends ValueFact {
  /** Of a tuple or list that is written out. */
  readonly elements?: readonly Value[] | undefined;
  /** What each element of a list, or of what is iterated over, is. */
  readonly element?: Value | undefined;
  /** Of a dictionary, by its constant keys. */
  readonly entries?: ReadonlyMap<string, Value> | undefined;
  /** An instance of a class of the workspace: the class's name, as above. */
  readonly instanceOf?: string | undefined;
  /**
   * Of an answer: the questions for devices of which one is answered by yes where this is yes, as device-questions.ts names
   * them. Proven, or absent.
   */
  readonly asks?: readonly string[] | undefined;
  /**
   * Of a mark of tests, and of what a function returns that skips the test which calls it: the questions of which one is
   * answered by yes where the test runs. Proven, or absent.
   */
  readonly skips?: readonly string[] | undefined;
}

export const unknown: Value = { kind: 'unknown', certainty: 'guessed' };

/** Something of which nothing is known but that it is no tensor of an accelerator. */
export const onHost: Value = { kind: 'unknown', certainty: 'guessed', device: 'cpu' };

export const isOnHost = ({ kind, device }: Value): boolean => kind === 'unknown' && device === 'cpu';

/** Of a value that is being asked for already; `join` passes over it. */
export const itself: Value = { kind: 'unknown', certainty: 'proven' };

export const none: Value = { kind: 'none', certainty: 'proven', constant: null };
export const text: Value = { kind: 'string', certainty: 'proven' };
export const int: Value = { kind: 'int', certainty: 'proven' };
export const float: Value = { kind: 'float', certainty: 'proven' };
export const bool: Value = { kind: 'bool', certainty: 'proven' };

export const isWorkspaceName = (name: string | undefined): name is string =>
  name !== undefined && name.charCodeAt(0) === dot;

const dot = '.'.charCodeAt(0);

export function weaker(one: Certainty, other: Certainty): Certainty {
  if (one === 'guessed' || other === 'guessed') return 'guessed';
  return one === 'assumed' || other === 'assumed' ? 'assumed' : 'proven';
}

/** The same, no surer than `certainty`. */
export function atMost(value: Value, certainty: Certainty): Value {
  if (value === itself) return itself;
  if (weaker(value.certainty, certainty) === value.certainty) return value;
  if (value.asks === undefined && value.skips === undefined) return { ...value, certainty };
  return { ...value, certainty, asks: undefined, skips: undefined };
}

/** A tensor; what is undefined is not known of it. */
export function tensor(
  certainty: Certainty,
  dtype?: string | undefined,
  device?: string | undefined,
  shape?: Value['shape'],
): Value {
  const made: Writable<Value> = { kind: 'tensor', certainty };
  if (dtype !== undefined) made.dtype = dtype;
  if (device !== undefined) made.device = device;
  if (shape !== undefined) made.shape = shape;
  return made;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One of several: what they have in common. `None` stands for "not there" and says nothing of the others. */
export function join(values: readonly Value[]): Value {
  let joined: Value | undefined;
  let nothing: Value | undefined;
  for (const value of values) {
    if (value === itself) continue;
    if (value.kind === 'none') nothing ??= value;
    else joined = joined === undefined ? value : joinTwo(joined, value);
  }
  if (joined === undefined) return nothing ?? unknown;
  return nothing !== undefined && joined.constant !== undefined ? withoutConstant(joined) : joined;
}

function joinTwo(one: Value, other: Value): Value {
  // `scope = autocast if half else nullcontext`: called as the other is, or for nothing.
  if (isNullContext(one)) return atMost(other, 'assumed');
  if (isNullContext(other)) return atMost(one, 'assumed');
  if (one.kind !== other.kind || one.kind === 'unknown') return isOnHost(one) && isOnHost(other) ? onHost : unknown;
  if ((one.kind === 'api' || one.kind === 'other') && one.name !== other.name) return unknown;
  const joined: Writable<Value> = { kind: one.kind, certainty: weaker(one.certainty, other.certainty) };
  if (one.constant !== undefined && one.constant === other.constant) joined.constant = one.constant;
  if (one.name !== undefined && one.name === other.name) joined.name = one.name;
  if (one.dtype !== undefined && one.dtype === other.dtype) joined.dtype = one.dtype;
  const device = one.device === undefined ? undefined : commonDevice(one.device, other.device);
  if (device !== undefined) joined.device = device;
  if (one.instanceOf !== undefined && one.instanceOf === other.instanceOf) joined.instanceOf = one.instanceOf;
  if (one.shape && one.shape.length === other.shape?.length) {
    joined.shape = one.shape.map((size, index) => (size === other.shape![index] ? size : undefined));
  }
  if (one.element && other.element) joined.element = join([one.element, other.element]);
  if (one.asks !== undefined || other.asks !== undefined) joined.asks = eitherQuestion(one, other);
  return joined;
}

function isNullContext({ kind, name }: Value): boolean {
  return (kind === 'api' || kind === 'other') && name === 'contextlib.nullcontext';
}

/** What one of two answers is yes to; `False` is yes to nothing, and any other answer may be. */
function eitherQuestion(one: Value, other: Value): readonly string[] | undefined {
  if (one.asks === undefined) return one.constant === false ? other.asks : undefined;
  if (other.asks === undefined) return other.constant === false ? one.asks : undefined;
  return [...new Set([...one.asks, ...other.asks])];
}

/**
 * The device of what is computed of two tensors: the one that both are on. A tensor of the CPU may be a mere number beside one
 * of an accelerator.
 */
export function commonDevice(one: string | undefined, other: string | undefined): string | undefined {
  if (one === other) return one;
  const isHost = (device: string | undefined) => device === 'cpu' || device === defaultDevice;
  return isHost(one) && isHost(other) ? 'cpu' : undefined;
}

/**
 * What an object has under a name: modules are made where the default is another device, and what is registered with them moves
 * with them, so that nothing says where it is that was told no device.
 */
export function asAttribute(value: Value): Value {
  if (value.device === defaultDevice) return { ...value, device: undefined };
  const { element, elements } = value;
  if (elements?.some(({ device }) => device === defaultDevice))
    return { ...value, elements: elements.map(asAttribute) };
  return element?.device === defaultDevice ? { ...value, element: asAttribute(element) } : value;
}

/** A mark of tests. */
export function markOf(skips: readonly string[]): Value {
  return { kind: 'unknown', certainty: 'guessed', skips };
}

/** The answer to some questions. */
export function answerTo(asks: readonly string[] | undefined): Value {
  return asks === undefined ? bool : { kind: 'bool', certainty: 'proven', asks };
}

function withoutConstant(value: Value): Value {
  const { constant, ...rest } = value;
  return rest;
}

/** What each element of a value that is iterated over is. */
export function elementOf(value: Value): Value {
  if (value.kind === 'tensor') {
    const { certainty, dtype, device, shape } = value;
    return tensor(certainty, dtype, device, shape && shape.length > 0 ? shape.slice(1) : undefined);
  }
  if (value === itself) return itself;
  if (isOnHost(value)) return onHost;
  const element = value.elements ? join(value.elements) : (value.element ?? unknown);
  return isMutable(value) ? atMost(element, 'assumed') : element;
}

/** What was put into a list or dictionary later is not followed. */
const isMutable = ({ kind }: Value) => kind === 'list' || kind === 'dict';

export function at(value: Value, index: number): Value {
  const element = value.elements?.at(index);
  if (!element) return value.elements ? unknown : elementOf(value);
  return isMutable(value) ? atMost(element, 'assumed') : element;
}

/** What rules see of a value. */
export function factOf(value: Value): ValueFact {
  const isFact = !(value.elements ?? value.element ?? value.entries ?? value.instanceOf ?? value.asks ?? value.skips);
  if (isFact && !isWorkspaceName(value.name)) return value;
  const { kind, certainty, constant, name, dtype, shape, device } = value;
  const isOwn = isWorkspaceName(name);
  const fact: Writable<ValueFact> = { kind: isOwn && kind === 'api' ? 'other' : kind, certainty };
  if (constant !== undefined) fact.constant = constant;
  // The workspace's own names as its authors know them: `Attention.forward`.
  if (name !== undefined) fact.name = isOwn ? shownName(name) : name;
  if (dtype !== undefined) fact.dtype = dtype;
  if (shape !== undefined) fact.shape = shape;
  if (device !== undefined) fact.device = device;
  const numbers = numbersOf(value);
  if (numbers !== undefined) fact.numbers = numbers;
  return fact;
}

/** Lists that are longer are data. */
const fewNumbers = 8;

function numbersOf({ elements }: Value): readonly number[] | undefined {
  if (elements === undefined || elements.length < 2 || elements.length > fewNumbers) return undefined;
  const numbers = elements.map(({ constant }) => constant).filter((constant) => typeof constant === 'number');
  return numbers.length === elements.length ? numbers : undefined;
}

export function shownName(name: string): string {
  const colon = name.lastIndexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
