import type { Table } from '../../core/estimate-report';
import type { Colours } from '../terminal/colours';
import { displayWidth, padEnd } from '../terminal/width';

/** Columns for a terminal. */
export function drawText({ title, head, rows }: Table, { bold, dim }: Colours): string {
  const all = head.length === 0 ? rows : [head, ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells) => displayWidth(cells[column] ?? ''))));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  ')}`.trimEnd();
  const lines = rows.map(line);
  if (head.length > 0) lines.unshift(dim(line(head)));
  if (title !== '') lines.unshift(bold(title));
  return `${lines.join('\n')}\n\n`;
}

export function drawMarkdown({ title, head, rows }: Table): string {
  const columns = Math.max(head.length, rows[0]?.length ?? 0);
  const cells = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const lines = [cells(head.length > 0 ? head : new Array<string>(columns).fill('')), `|${'---|'.repeat(columns)}`];
  lines.push(...rows.map(cells));
  return `${title === '' ? '' : `## ${title}\n\n`}${lines.join('\n')}\n\n`;
}
