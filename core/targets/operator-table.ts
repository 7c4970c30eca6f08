import { type Evidence, type GraphRoute, type Localized, readStoredTable, type StoredTable } from '../model';
import { tableFiles } from './operator-files';
import type { OperatorRow, RefusedRow, Sources, TableFile } from './table';

type CapabilityRows = StoredTable<TableFile, 'operators' | 'texts' | 'sources'>;

/** A route's capability table: rows by operator, and what their indices stand for. */
export class OperatorTable {
  readonly #file: CapabilityRows;
  readonly refused: ReadonlyMap<string, RefusedRow>;

  constructor(file: CapabilityRows) {
    this.#file = file;
    this.refused = new Map(Object.entries(file.refused));
  }

  get route(): GraphRoute {
    return this.#file.route;
  }

  /** What the table was read from. */
  get evidence(): Evidence {
    return this.#source(this.#file.evidence);
  }

  get model(): TableFile['model'] {
    return this.#file.model;
  }

  get fusions(): TableFile['fusions'] {
    return this.#file.fusions;
  }

  /** Of all operators that have a row. */
  get keys(): Iterable<string> {
    return this.#file.operators.names;
  }

  /** The row of an operator, by its {@link rowKey}. */
  operator(key: string): OperatorRow | undefined {
    return this.#file.operators.get(key);
  }

  /** Evidence for what holds for every operator. */
  general(name: string): readonly Evidence[] {
    return this.evidenceOf(this.#file.general[name] ?? [this.#file.evidence]);
  }

  evidenceOf(sources: Sources): readonly Evidence[] {
    return sources.map((index) => this.#source(index));
  }

  text(index: number): Localized {
    return this.#file.texts.at(index);
  }

  types(index: number): readonly string[] {
    return this.#file.types[index]!;
  }

  #source(index: number): Evidence {
    return this.#file.sources.at(index);
  }
}

/** The key of an operator's row: its type, with its domain before it where that is not the standard one. */
export function rowKey(domain: string, opType: string): string {
  return domain === '' ? opType : `${domain}::${opType}`;
}

const tables = new Map<GraphRoute, OperatorTable>();

/** The table of a route, read when it is first asked for. */
export function operatorTable(route: GraphRoute): OperatorTable {
  let table = tables.get(route);
  if (table === undefined) {
    table = new OperatorTable(readStoredTable(tableFiles[route].toString()));
    tables.set(route, table);
  }
  return table;
}
