import { formatJson, withSources, writeText } from '../write-table';
import { npuMigration } from './npu/table';
import { atenTable, npuSupport, tpuSupport } from './support';
import { tpuMigration } from './tpu/table';

/** Writes rules/migrations and the tables of PyTorch's APIs and operators in rules/operators. */
export function generateTorch(): void {
  for (const table of [npuMigration(), tpuMigration()]) {
    writeText(`rules/migrations/${table.route}.json`, `${formatJson(withSources(table))}\n`);
  }
  for (const table of [npuSupport(), tpuSupport()]) {
    writeText(`rules/operators/${table.route}.json`, `${formatJson(table)}\n`);
  }
  writeText('rules/operators/torch-aten.json', `${formatJson(atenTable())}\n`);
}
