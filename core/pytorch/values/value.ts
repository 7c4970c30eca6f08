import type { Certainty, ValueFact } from '../../model';

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
  readonly entries?: Readonly<Record<string, Value>> | undefined;
  /** An instance of a class of the workspace: the class's name, as above. */
  readonly instanceOf?: string | undefined;
}

export const unknown: Value = { kind: 'unknown', certainty: 'guessed' };

/** Of a value that is being asked for already; `join` passes over it. */
export const itself: Value = { kind: 'unknown', certainty: 'proven' };

export const none: Value = { kind: 'none', certainty: 'proven', constant: null };
export const text: Value = { kind: 'string', certainty: 'proven' };
export const int: Value = { kind: 'int', certainty: 'proven' };
export const bool: Value = { kind: 'bool', certainty: 'proven' };

export const isWorkspaceName = (name: string | undefined): name is string => name?.startsWith('.') ?? false;

const order: readonly Certainty[] = ['guessed', 'assumed', 'proven'];

export function weaker(one: Certainty, other: Certainty): Certainty {
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}

/** The same, no surer than `certainty`. */
export function atMost(value: Value, certainty: Certainty): Value {
  if (value === itself) return itself;
  return value.certainty === certainty || weaker(value.certainty, certainty) === value.certainty
    ? value
    : { ...value, certainty };
}

/** One of several: what they have in common. `None` stands for "not there" and says nothing of the others. */
export function join(values: readonly Value[]): Value {
  const said = values.filter((value) => value !== itself);
  const some = said.filter(({ kind }) => kind !== 'none');
  const [first, ...rest] = some;
  if (!first) return said[0] ?? unknown;
  const joined = rest.reduce(joinTwo, first);
  return some.length < said.length && joined.constant !== undefined
    ? compact({ ...joined, constant: undefined })
    : joined;
}

function joinTwo(one: Value, other: Value): Value {
  if (one.kind !== other.kind || one.kind === 'unknown') return unknown;
  if ((one.kind === 'api' || one.kind === 'other') && one.name !== other.name) return unknown;
  const certainty = weaker(one.certainty, other.certainty);
  const same = <K extends keyof Value>(key: K): Value[K] | undefined =>
    one[key] === other[key] ? one[key] : undefined;
  const shape =
    one.shape && one.shape.length === other.shape?.length
      ? one.shape.map((size, index) => (size === other.shape![index] ? size : undefined))
      : undefined;
  const element = one.element && other.element ? join([one.element, other.element]) : undefined;
  return compact({
    kind: one.kind,
    certainty,
    constant: same('constant'),
    name: same('name'),
    dtype: same('dtype'),
    device: same('device'),
    instanceOf: same('instanceOf'),
    shape,
    element,
  });
}

/** Without the fields that say nothing. */
function compact(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as unknown as Value;
}

/** What each element of a value that is iterated over is. */
export function elementOf(value: Value): Value {
  if (value.kind === 'tensor') return { kind: 'tensor', certainty: value.certainty, ...dropFirst(value) };
  if (value === itself) return itself;
  const element = value.elements ? join(value.elements) : (value.element ?? unknown);
  return isMutable(value) ? atMost(element, 'assumed') : element;
}

/** What was put into a list or dictionary later is not followed. */
const isMutable = ({ kind }: Value) => kind === 'list' || kind === 'dict';

function dropFirst({ dtype, device, shape }: Value): Partial<Value> {
  return {
    ...(dtype === undefined ? {} : { dtype }),
    ...(device === undefined ? {} : { device }),
    ...(shape && shape.length > 0 ? { shape: shape.slice(1) } : {}),
  };
}

export function at(value: Value, index: number): Value {
  const element = value.elements?.at(index);
  if (!element) return value.elements ? unknown : elementOf(value);
  return isMutable(value) ? atMost(element, 'assumed') : element;
}

/** What rules see of a value. */
export function factOf(value: Value): ValueFact {
  const { elements, element, entries, instanceOf, ...fact } = value;
  if (elements ?? element ?? entries ?? instanceOf) return isWorkspaceName(fact.name) ? named(fact) : fact;
  return isWorkspaceName(value.name) ? named(fact) : value;
}

/** The workspace's own names as its authors know them: `Attention.forward`. */
function named(fact: ValueFact): ValueFact {
  const name = shownName(fact.name!);
  return { ...fact, kind: fact.kind === 'api' ? 'other' : fact.kind, name };
}

export function shownName(name: string): string {
  const colon = name.lastIndexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
