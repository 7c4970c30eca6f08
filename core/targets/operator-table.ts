import type { Evidence, GraphRoute, Localized } from '../model';
import { tableFiles } from './operator-files';
import type { OperatorRow, RefusedRow, Sources, TableFile } from './table';

/** A route's capability table: rows by operator, and what their indices stand for. */
export class OperatorTable {
  readonly #file: TableFile;
  /** Maps, because operator types come from files and may be `__proto__`. */
  readonly operators: ReadonlyMap<string, OperatorRow>;
  readonly refused: ReadonlyMap<string, RefusedRow>;

  constructor(file: TableFile) {
    this.#file = file;
    this.operators = new Map(Object.entries(file.operators));
    this.refused = new Map(Object.entries(file.refused));
  }

  get route(): GraphRoute {
    return this.#file.route;
  }

  /** What the table was read from. */
  get evidence(): Evidence {
    return this.#file.sources[this.#file.evidence]!;
  }

  get model(): TableFile['model'] {
    return this.#file.model;
  }

  get fusions(): TableFile['fusions'] {
    return this.#file.fusions;
  }

  /** Evidence for what holds for every operator. */
  general(name: string): readonly Evidence[] {
    return this.evidenceOf(this.#file.general[name] ?? [this.#file.evidence]);
  }

  evidenceOf(sources: Sources): readonly Evidence[] {
    return sources.map((index) => this.#file.sources[index]!);
  }

  text(index: number): Localized {
    return this.#file.texts[index]!;
  }

  types(index: number): readonly string[] {
    return this.#file.types[index]!;
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
    table = new OperatorTable(JSON.parse(tableFiles[route].toString()) as TableFile);
    tables.set(route, table);
  }
  return table;
}
