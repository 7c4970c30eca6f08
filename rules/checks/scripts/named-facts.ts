import { type CallFact, keptByName, type ReferenceFact, type ScriptFacts } from '../../../core/model';
import { onceForFile } from './once-for-file';

/** A question about a name alone. It is asked once for each name of a file, however often that stands there. */
export type NameTest = (name: string) => boolean;

/** The questions that depend on nothing but the name: those that a name passes are found once, for all files. */
const standingTests = new Set<NameTest>();
let passedBy: (name: string) => readonly NameTest[];

/** A question that facts are selected by. For the top of a module: it is kept for good. */
export function standing(test: NameTest): NameTest {
  const kept = keptByName(test);
  standingTests.add(kept);
  passedBy = keptByName((name) => [...standingTests].filter((isMeant) => isMeant(name)));
  return kept;
}

/** Whether a name matches a pattern, remembered over all files, which use the same names again and again. */
export function matches(pattern: RegExp): NameTest {
  return keptByName((name) => pattern.test(name));
}

/** The same for a few names by which facts are selected. */
export function namesLike(pattern: RegExp): NameTest {
  return standing((name) => pattern.test(name));
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

class ByName<Fact extends { readonly name: string }> {
  readonly #facts: readonly Fact[];
  /** Of each name, where its facts stand among all. */
  readonly #places = new Map<string, number[]>();
  /** By the standing questions that their names pass. */
  readonly #standing = new Map<NameTest, readonly Fact[]>();

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
    for (let place = 0; place < facts.length; place++) {
      const { name } = facts[place]!;
      const places = this.#places.get(name);
      if (places === undefined) this.#places.set(name, [place]);
      else places.push(place);
    }
    const found = new Map<NameTest, number[]>();
    for (const [name, places] of this.#places) {
      for (const test of passedBy(name)) found.set(test, found.get(test)?.concat(places) ?? places);
    }
    for (const [test, places] of found) this.#standing.set(test, this.#at(places));
  }

  named(isMeant: NameTest): readonly Fact[] {
    if (standingTests.has(isMeant)) return this.#standing.get(isMeant) ?? [];
    let found: number[] | undefined;
    for (const [name, places] of this.#places) {
      if (isMeant(name)) found = found === undefined ? places : found.concat(places);
    }
    return found === undefined ? [] : this.#at(found);
  }

  /** In the order of the text. */
  #at(places: readonly number[]): Fact[] {
    return places.toSorted((a, b) => a - b).map((place) => this.#facts[place]!);
  }
}

const indexOf = onceForFile(
  ({ calls, references }): NamedFacts => ({
    calls: new ByName(calls),
    references: new ByName(references),
    byKeyword: byKeyword(calls),
  }),
);

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
