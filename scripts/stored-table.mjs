/**
 * A table as JSON Lines, for core/model/stored-table.ts: the table without `lists`, with the names or the number of each
 * one's rows; then a line for each row. JSON has no line end within a value.
 *
 * @param lists names of the table's lists (objects, or arrays of them) of which a run needs a few rows
 */
export function storedTable(table, lists) {
  const header = { ...table, rows: {} };
  const rows = [];
  for (const list of lists) {
    const { [list]: all } = table;
    delete header[list];
    header.rows[list] = Array.isArray(all) ? all.length : Object.keys(all);
    rows.push(...Object.values(all));
  }
  return [header, ...rows].map((row) => JSON.stringify(row)).join('\n');
}
