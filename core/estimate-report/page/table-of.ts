import { type Html, pageTable } from '../../page';
import type { Table } from '../tables';

/** All columns but the names are numbers, or as short as some. */
export function tableOf({ head, rows }: Table): Html {
  const width = Math.max(head.length, rows[0]?.length ?? 0);
  const isNumber = (column: number) => rows.every((row) => /^[≥<]?\s*[\d.,]|^–$|^$/.test(row[column] ?? ''));
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column > 0 && isNumber(column),
  );
  return pageTable({ head, rows, numbers: columns });
}
