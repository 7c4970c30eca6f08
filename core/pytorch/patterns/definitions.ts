import type { Expression } from '../syntax/nodes';

/** What the names of a function stand for, the latest first, in the order of the text. */
export interface Definitions {
  readonly name: string;
  /** Undefined where it is not one expression: a part of a tuple, a loop's variable. */
  readonly value: Expression | undefined;
  /** What stood before; the value is read with it. */
  readonly before: Definitions | undefined;
}

/** An expression, and what the names in it stand for. */
export interface Meaning {
  readonly node: Expression;
  readonly names: Definitions | undefined;
}

/** Definitions that are looked at for one name: a function of thousands of them is no pattern. */
const furthest = 200;
const longestChain = 12;

/** What a name stands for, through other names; other expressions stand for themselves. */
export function meaningOf({ node, names }: Meaning): Meaning {
  let meaning: Meaning = { node, names };
  for (let hop = 0; hop < longestChain && meaning.node.kind === 'Name'; hop++) {
    const found = latest(meaning.node.id, meaning.names);
    if (found?.value === undefined) return meaning;
    meaning = { node: found.value, names: found.before };
  }
  return meaning;
}

function latest(name: string, names: Definitions | undefined): Definitions | undefined {
  let at = names;
  for (let step = 0; at !== undefined && step < furthest; step++, at = at.before) if (at.name === name) return at;
  return undefined;
}
