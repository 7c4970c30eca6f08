import type { CallFact, ScriptFacts } from '../../../core/model';

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
    index = buildIndex(facts.calls);
    indices.set(facts, index);
  }
  return index;
}

function buildIndex(calls: readonly CallFact[]): CallIndex {
  const bySpan = new Map<string, CallFact>();
  const byArgument = new Map<number, CallFact>();
  for (const call of calls) {
    bySpan.set(`${call.span.start} ${call.span.end}`, call);
    // The innermost call comes later in the text, and wins.
    for (const { valueSpan } of call.arguments) byArgument.set(valueSpan.end, call);
  }
  return {
    at: (start, end) => bySpan.get(`${start} ${end}`),
    withArgumentEndingAt: (end) => byArgument.get(end),
    defaultPlace: calls.some(({ name }) => /^torch\.set_default_(device|tensor_type)$/.test(name))
      ? 'device'
      : calls.some(isDeviceScope)
        ? 'unknown'
        : 'host',
  };
}

function isDeviceScope({ name, role, arguments: [device] }: CallFact): boolean {
  return (
    name === 'torch.device' && role === 'with' && device?.value.constant !== 'meta' && device?.value.constant !== 'cpu'
  );
}
