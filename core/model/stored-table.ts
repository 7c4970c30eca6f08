/**
 * A table of which a run needs a few rows: those of its long lists are parsed when they are asked for. The programs have it
 * as JSON Lines (scripts/stored-table.mjs writes them): the table without these lists, with the names or the number of each
 * one's rows as `rows`; then a line for each row, list by list in that order.
 */
export type StoredTable<Table, Lists extends keyof Table> = Omit<Table, Lists> & {
  readonly [List in Lists]: StoredRows<Table[List]>;
};

type StoredRows<List> = List extends readonly (infer Row extends object)[]
  ? RowList<Row>
  : List extends Readonly<Record<string, infer Row extends object>>
    ? RowMap<Row>
    : never;

/** Of the rows only the lines are told apart. */
export function readStoredTable<Table, Lists extends keyof Table>(text: string): StoredTable<Table, Lists> {
  const lines = text.split('\n');
  const { rows, ...table } = JSON.parse(lines[0]!) as Record<string, unknown> & { rows: Record<string, Names> };
  let line = 1;
  for (const [list, names] of Object.entries(rows)) {
    const start = line;
    line += typeof names === 'number' ? names : names.length;
    table[list] = typeof names === 'number' ? new RowList(lines.slice(start, line)) : new RowMap(names, lines, start);
  }
  return table as StoredTable<Table, Lists>;
}

/** Of a list's rows, or how many they are. */
type Names = readonly string[] | number;

/** Rows by their index. */
export class RowList<Row extends object> {
  readonly #rows: (Row | string)[];

  constructor(lines: string[]) {
    this.#rows = lines;
  }

  /** A row that the table has; each time the same object. */
  at(index: number): Row {
    const stored = this.#rows[index]!;
    if (typeof stored !== 'string') return stored;
    const row = JSON.parse(stored) as Row;
    this.#rows[index] = row;
    return row;
  }
}

/** Rows by a name. Names come from files that are looked at, too, and may be `__proto__`. */
export class RowMap<Row extends object> {
  readonly #rows = new Map<string, Row | string>();

  constructor(names: readonly string[], lines: readonly string[], start: number) {
    for (let index = 0; index < names.length; index++) this.#rows.set(names[index]!, lines[start + index]!);
  }

  get names(): Iterable<string> {
    return this.#rows.keys();
  }

  /** Each time the same object; undefined where the table has no row of that name. */
  get(name: string): Row | undefined {
    const stored = this.#rows.get(name);
    if (typeof stored !== 'string') return stored;
    const row = JSON.parse(stored) as Row;
    this.#rows.set(name, row);
    return row;
  }
}
