import { statSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes/run';
import { megabytes, type Row } from '../row';

/** The extension, packed from dist/ as it is. */
export function packageRows(folder: string): Row[] {
  const file = path.join(folder, 'portolan.vsix');
  run(process.execPath, ['scripts/package-extension.mjs', '--out', file]);
  const { size } = statSync(file);
  return [{ what: '.vsix', bar: '<= 3 MB', measured: megabytes(size), met: size <= 3e6 }];
}
