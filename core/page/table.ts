import { type Content, type Html, html } from './html';

export interface PageTable {
  /** No head: the first cell of each row names the row. */
  readonly head: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
  /** Columns whose cells are numbers, counted from 0: they are set to the right. */
  readonly numbers?: readonly number[] | undefined;
}

export function pageTable({ head, rows, numbers = [] }: PageTable): Html {
  const right = new Set(numbers);
  const classOf = (column: number) => (right.has(column) ? 'number' : 'text');
  const cells = (row: readonly Content[]) =>
    row.map((cell, column) =>
      column === 0 ? html`<th scope="row">${cell}</th>` : html`<td class="${classOf(column)}">${cell}</td>`,
    );
  const first =
    head.length === 0
      ? undefined
      : html`<thead><tr>${head.map((cell, column) => html`<th scope="col" class="${classOf(column)}">${cell}</th>`)}</tr></thead>`;
  return html`<div class="table"><table>${first}<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table></div>`;
}
