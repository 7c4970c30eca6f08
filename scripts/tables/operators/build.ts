import type { Evidence, Localized } from '../../../core/model';
import type { ConditionRow, TableFile } from '../../../core/targets/table';
import type { ConditionInput, Entry } from '../conditions/entry';
import { parseEvidence } from '../evidence';
import { Sources } from '../write-table';

/** Collects what a table's rows share: evidence, texts, sets of types. */
export class TableBuilder {
  readonly #sources = new Sources();
  readonly #texts = new Interned<Localized>();
  readonly #types = new Interned<readonly string[]>();

  evidence(...sources: readonly string[]): number[] {
    return sources.flatMap((source) => parseEvidence(source)).map((evidence) => this.#sources.key(evidence));
  }

  evidenceOf(...evidence: readonly Evidence[]): number[] {
    return evidence.map((one) => this.#sources.key(one));
  }

  text(text: Localized): number {
    return this.#texts.index(text);
  }

  types(types: readonly string[]): number {
    return this.#types.index([...new Set(types)].sort());
  }

  condition(input: ConditionInput, factSource: string | undefined): ConditionRow {
    const sources = [factSource, input.source].filter((source) => source !== undefined);
    if (sources.length === 0) throw new Error(`condition ${input.id} has no evidence`);
    return {
      id: input.id,
      ...(input.kind === undefined ? {} : { kind: input.kind }),
      when: input.when,
      verdict: input.verdict,
      message: this.text(input.message),
      ...(input.advice === undefined ? {} : { advice: this.text(input.advice) }),
      evidence: [...new Set(this.evidence(...sources))],
    };
  }

  finish(table: Omit<TableFile, 'sources' | 'texts' | 'types'>): TableFile {
    return { ...table, texts: this.#texts.list, types: this.#types.list, sources: this.#sources.list };
  }
}

class Interned<T> {
  readonly #indices = new Map<string, number>();
  readonly list: T[] = [];

  index(value: T): number {
    const key = JSON.stringify(value);
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.list.length;
      this.#indices.set(key, index);
      this.list.push(value);
    }
    return index;
  }
}

/**
 * The entry of every fact, in the facts' order, then the entries that stand on their own. A fact without an entry and an
 * entry without its fact are both mistakes: the first would be lost silently, the second is out of date.
 */
export function pairEntries(
  owner: string,
  facts: readonly string[],
  entries: readonly Entry[],
): readonly { readonly fact: number | undefined; readonly entry: Entry }[] {
  const unused = new Set(entries);
  const paired = facts.map((fact, index) => {
    const entry = entries.find((candidate) => candidate.fact === fact && unused.has(candidate));
    if (entry === undefined) throw new Error(`${owner}: no entry for the fact "${fact}"`);
    unused.delete(entry);
    return { fact: index, entry };
  });
  const own = [...unused].map((entry) => {
    if (entry.fact !== undefined) throw new Error(`${owner}: the facts no longer say "${entry.fact}"`);
    return { fact: undefined, entry };
  });
  return [...paired, ...own];
}

/** Two conditions of one operator never share an id. */
export function checkIds(owner: string, rows: readonly ConditionRow[]): void {
  const ids = rows.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${owner}: two conditions are called ${twice}`);
}
