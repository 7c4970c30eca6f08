import { type CallFact, keptByName, type ReferenceFact, type ScriptFacts } from '../../../core/model';

/** A question about a name alone. It is asked once for each name of a file, however often that stands there. */
export type NameTest = (name: string) => boolean;

/** Whether names match a pattern; remembered over all files, which use the same names again and again. */
export function namesLike(pattern: RegExp): NameTest {
  return keptByName((name) => pattern.test(name));
}

/** The calls of a file whose names are meant, in the order of the text. */
export function callsNamed(facts: ScriptFacts, isMeant: NameTest): readonly CallFact[] {
  return indexOf(facts).calls.named(isMeant);
}

/** The same of names that are used without a call. */
export function referencesNamed(facts: ScriptFacts, isMeant: NameTest): readonly ReferenceFact[] {
  return indexOf(facts).references.named(isMeant);
}

/** The calls of a file that pass a keyword, in the order of the text. */
export function callsWithKeyword(facts: ScriptFacts, keyword: string): readonly CallFact[] {
  return indexOf(facts).byKeyword.get(keyword) ?? [];
}

interface NamedFacts {
  readonly calls: ByName<CallFact>;
  readonly references: ByName<ReferenceFact>;
  readonly byKeyword: ReadonlyMap<string, readonly CallFact[]>;
}

const indices = new WeakMap<ScriptFacts, NamedFacts>();

function indexOf(facts: ScriptFacts): NamedFacts {
  let index = indices.get(facts);
  if (index === undefined) {
    const { calls, references } = facts;
    index = { calls: new ByName(calls), references: new ByName(references), byKeyword: byKeyword(calls) };
    indices.set(facts, index);
  }
  return index;
}

class ByName<Fact extends { readonly name: string }> {
  readonly #facts: readonly Fact[];
  readonly #names: string[] = [];
  /** Of each name, where its facts stand among all. */
  readonly #places: number[][] = [];

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
    const known = new Map<string, number[]>();
    for (let place = 0; place < facts.length; place++) {
      const { name } = facts[place]!;
      const places = known.get(name);
      if (places === undefined) {
        const first = [place];
        known.set(name, first);
        this.#names.push(name);
        this.#places.push(first);
      } else places.push(place);
    }
  }

  named(isMeant: NameTest): readonly Fact[] {
    let found: number[] | undefined;
    for (let index = 0; index < this.#names.length; index++) {
      if (!isMeant(this.#names[index]!)) continue;
      const places = this.#places[index]!;
      found = found === undefined ? places : found.concat(places);
    }
    if (found === undefined) return [];
    return found.toSorted((a, b) => a - b).map((place) => this.#facts[place]!);
  }
}

function byKeyword(calls: readonly CallFact[]): Map<string, CallFact[]> {
  const found = new Map<string, CallFact[]>();
  for (const call of calls) {
    for (const { keyword } of call.arguments) {
      if (keyword === undefined) continue;
      const passing = found.get(keyword);
      if (passing === undefined) found.set(keyword, [call]);
      // A keyword that is given twice is an error of Python's; the call is one.
      else if (passing.at(-1) !== call) passing.push(call);
    }
  }
  return found;
}
