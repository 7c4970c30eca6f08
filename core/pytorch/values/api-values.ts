import { type Certainty, ownText } from '../../model';
import { canonicalName } from './api-names';
import { torchReturns } from './torch-returns';
import type { Value } from './value';

/** Names that are kept: scripts have the same few again and again. One text of made-up names may not fill the memory. */
const mostKept = 20_000;

/** What is outside the workspace, by its name as it is written and how sure that is. */
class ApiValues {
  readonly #known = { proven: new Map(), assumed: new Map(), guessed: new Map() } satisfies ByCertainty<Value>;
  /** Of an API by its canonical name, and then by the member's own name: a dotted name is joined once. */
  readonly #members = { proven: new Map(), assumed: new Map(), guessed: new Map() } satisfies ByCertainty<
    Map<string, Value>
  >;
  #kept = 0;

  of(name: string, certainty: Certainty): Value {
    const known: Map<string, Value> = this.#known[certainty];
    let value = known.get(name);
    if (value !== undefined) return value;
    const own = ownText(name);
    value = madeValue(own, certainty);
    this.#makeRoom();
    known.set(own, value);
    return value;
  }

  member(of: string, member: string, certainty: Certainty): Value {
    const all: Map<string, Map<string, Value>> = this.#members[certainty];
    let members = all.get(of);
    if (members === undefined) all.set(of, (members = new Map()));
    let value = members.get(member);
    if (value !== undefined) return value;
    value = this.of(`${of}.${member}`, certainty);
    members.set(ownText(member), value);
    return value;
  }

  #makeRoom(): void {
    this.#kept += 1;
    if (this.#kept <= mostKept) return;
    this.#kept = 0;
    for (const certainty of ['proven', 'assumed', 'guessed'] as const) {
      this.#known[certainty].clear();
      this.#members[certainty].clear();
    }
  }
}

type ByCertainty<T> = Readonly<Record<Certainty, Map<string, T>>>;

const values = new ApiValues();

/** Something outside the workspace, by any of its names. */
export function apiValue(name: string, certainty: Certainty): Value {
  return values.of(name, certainty);
}

/** `member` of something outside the workspace. */
export function apiMember(of: string, member: string, certainty: Certainty): Value {
  return values.member(of, member, certainty);
}

function madeValue(name: string, certainty: Certainty): Value {
  const canonical = canonicalName(name);
  const isDtype = canonical.startsWith('torch.') && torchReturns().dtypes.has(canonical.slice('torch.'.length));
  return { kind: isDtype ? 'dtype' : 'api', certainty, name: canonical };
}
