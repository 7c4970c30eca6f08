import type { Evidence, GraphRoute, Localized } from '../model';
import { tableFiles } from './operator-files';
import type { OperatorRow, RefusedRow, Sources, TableFile } from './table';

/** A row of a table; the bundles have it as JSON text (build.mjs), since a run asks for few of them. */
type Stored<T> = T | string;

/** A {@link TableFile} as it is read. */
type StoredTable = Omit<TableFile, 'sources' | 'texts' | 'operators'> & {
  readonly sources: Stored<Evidence>[];
  readonly texts: Stored<Localized>[];
  /** A Map, because operator types come from files and may be `__proto__`. */
  readonly operators: Map<string, Stored<OperatorRow>>;
};

/** The first line of a table in the bundles: its rows stand below it, a line each, in this order. */
type Header = Omit<TableFile, 'sources' | 'texts' | 'operators'> & {
  /** The keys of the rows. */
  readonly operators: readonly string[];
  /** How many there are. */
  readonly texts: number;
  readonly sources: number;
};

/** Of the rows only the lines are told apart: most of them are never asked for. */
function readTable(text: string): StoredTable {
  // The file itself, as scripts have it.
  if (text.startsWith('{\n')) {
    const file = JSON.parse(text) as TableFile;
    return {
      ...file,
      sources: [...file.sources],
      texts: [...file.texts],
      operators: new Map(Object.entries(file.operators)),
    };
  }
  const lines = text.split('\n');
  const header = JSON.parse(lines[0]!) as Header;
  const operators = new Map<string, string>();
  let line = 1;
  for (const key of header.operators) operators.set(key, lines[line++]!);
  const sourcesFrom = line + header.texts;
  return { ...header, operators, texts: lines.slice(line, sourcesFrom), sources: lines.slice(sourcesFrom) };
}

/** A route's capability table: rows by operator, and what their indices stand for. */
export class OperatorTable {
  readonly #file: StoredTable;
  readonly #operators: Map<string, Stored<OperatorRow>>;
  readonly refused: ReadonlyMap<string, RefusedRow>;

  constructor(file: StoredTable) {
    this.#file = file;
    this.#operators = file.operators;
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
    return this.#operators.keys();
  }

  /** The row of an operator, by its {@link rowKey}. */
  operator(key: string): OperatorRow | undefined {
    const stored = this.#operators.get(key);
    if (typeof stored !== 'string') return stored;
    const row = JSON.parse(stored) as OperatorRow;
    this.#operators.set(key, row);
    return row;
  }

  /** Evidence for what holds for every operator. */
  general(name: string): readonly Evidence[] {
    return this.evidenceOf(this.#file.general[name] ?? [this.#file.evidence]);
  }

  evidenceOf(sources: Sources): readonly Evidence[] {
    return sources.map((index) => this.#source(index));
  }

  text(index: number): Localized {
    return rowAt(this.#file.texts, index);
  }

  types(index: number): readonly string[] {
    return this.#file.types[index]!;
  }

  #source(index: number): Evidence {
    return rowAt(this.#file.sources, index);
  }
}

/** A row that is parsed once: reports tell equal evidence by its identity. */
function rowAt<T extends object>(rows: Stored<T>[], index: number): T {
  const stored = rows[index]!;
  if (typeof stored !== 'string') return stored;
  const row = JSON.parse(stored) as T;
  rows[index] = row;
  return row;
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
    table = new OperatorTable(readTable(tableFiles[route].toString()));
    tables.set(route, table);
  }
  return table;
}
