import { formatJson, writeText } from '../write-table';
import { atcTable } from './atc';
import { ortCannTable } from './ort-cann';
import { tpuMlirTable } from './tpu-mlir';

/** Writes rules/operators. */
export function generateOperators(): void {
  for (const table of [tpuMlirTable(), atcTable(), ortCannTable()]) {
    writeText(`rules/operators/${table.route}.json`, `${formatJson(table)}\n`);
  }
}
