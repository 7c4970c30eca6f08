import type { CallFact, ScriptFacts } from '../../../core/model';
import { callsNamed, namesLike } from './named-facts';
import { onceForFile } from './once-for-file';

/** The calls of a file by where they stand. Each way of asking has an index, made when it is first asked so. */
export class CallIndex {
  #bySpan: Map<number, CallFact> | undefined;
  #byArgument: Map<number, CallFact> | undefined;
  #defaultPlace: 'host' | 'device' | 'unknown' | undefined;

  constructor(private readonly facts: ScriptFacts) {}

  /** The call that spans exactly `start` to `end`. */
  at(start: number, end: number): CallFact | undefined {
    this.#bySpan ??= callsBySpan(this.facts);
    return this.#bySpan.get(keyOf(start, end));
  }

  /** The call one of whose arguments ends with a value that ends at `end`. */
  withArgumentEndingAt(end: number): CallFact | undefined {
    this.#byArgument ??= callsByArgument(this.facts);
    return this.#byArgument.get(end);
  }

  /** Where factories put a tensor that are told no device: `unknown` where a `with torch.device(...)` may surround them. */
  get defaultPlace(): 'host' | 'device' | 'unknown' {
    this.#defaultPlace ??= defaultPlaceOf(this.facts);
    return this.#defaultPlace;
  }
}

export const callIndex = onceForFile((facts) => new CallIndex(facts));

/** No script is longer: the pair of two places as one number. */
const longest = 2 ** 26;
const keyOf = (start: number, end: number) => start * longest + end;

function callsBySpan({ calls }: ScriptFacts): Map<number, CallFact> {
  const bySpan = new Map<number, CallFact>();
  for (const call of calls) bySpan.set(keyOf(call.span.start, call.span.end), call);
  return bySpan;
}

function callsByArgument({ calls }: ScriptFacts): Map<number, CallFact> {
  const byArgument = new Map<number, CallFact>();
  // The innermost call comes later in the text, and wins.
  for (const call of calls) for (const { valueSpan } of call.arguments) byArgument.set(valueSpan.end, call);
  return byArgument;
}

const setsDefault = namesLike(/^torch\.set_default_(device|tensor_type)$/);
const isDevice = namesLike(/^torch\.device$/);

function defaultPlaceOf(facts: ScriptFacts): 'host' | 'device' | 'unknown' {
  if (callsNamed(facts, setsDefault).length > 0) return 'device';
  return callsNamed(facts, isDevice).some(isDeviceScope) ? 'unknown' : 'host';
}

function isDeviceScope({ role, arguments: [device] }: CallFact): boolean {
  return role === 'with' && device?.value.constant !== 'meta' && device?.value.constant !== 'cpu';
}
