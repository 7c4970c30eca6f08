import type { CallFact, ScriptFacts } from '../../../core/model';
import { callsNamed, namesLike } from './named-facts';

/** The calls of a file by where they stand. */
export interface CallIndex {
  /** The call that spans exactly `start` to `end`. */
  at(start: number, end: number): CallFact | undefined;
  /** The call one of whose arguments ends with a value that ends at `end`. */
  withArgumentEndingAt(end: number): CallFact | undefined;
  /** Where factories put a tensor that are told no device: `unknown` where a `with torch.device(...)` may surround them. */
  readonly defaultPlace: 'host' | 'device' | 'unknown';
}

const indices = new WeakMap<ScriptFacts, CallIndex>();

export function callIndex(facts: ScriptFacts): CallIndex {
  let index = indices.get(facts);
  if (index === undefined) {
    index = buildIndex(facts);
    indices.set(facts, index);
  }
  return index;
}

function buildIndex(facts: ScriptFacts): CallIndex {
  const { calls } = facts;
  const bySpan = new Map<number, CallFact>();
  const byArgument = new Map<number, CallFact>();
  for (const call of calls) {
    bySpan.set(keyOf(call.span.start, call.span.end), call);
    // The innermost call comes later in the text, and wins.
    for (const { valueSpan } of call.arguments) byArgument.set(valueSpan.end, call);
  }
  return {
    at: (start, end) => bySpan.get(keyOf(start, end)),
    withArgumentEndingAt: (end) => byArgument.get(end),
    defaultPlace:
      callsNamed(facts, setsDefault).length > 0
        ? 'device'
        : callsNamed(facts, (name) => name === 'torch.device').some(isDeviceScope)
          ? 'unknown'
          : 'host',
  };
}

const setsDefault = namesLike(/^torch\.set_default_(device|tensor_type)$/);

/** No script is longer: the pair of two places as one number. */
const longest = 2 ** 26;
const keyOf = (start: number, end: number) => start * longest + end;

function isDeviceScope({ role, arguments: [device] }: CallFact): boolean {
  return role === 'with' && device?.value.constant !== 'meta' && device?.value.constant !== 'cpu';
}
