/**
 * Reads CANN's kernel definitions for the Ascend 950 out of working copies of its operator repositories, which are not
 * part of this one, and writes scripts/tables/kernels/ascend-950.json:
 *
 *     node scripts/run.mjs scripts/tables/kernels/read-definitions.ts hicann/ops-nn@COMMIT=FOLDER hicann/ops-math@COMMIT=FOLDER …
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataInputs } from '../conditions/atc/kernels';
import { readFacts } from '../facts';
import { elementTypes } from '../operators/element-types';
import { formatJson, writeText } from '../write-table';
import { replacedKernels } from './ascend-950';
import { readDefinitions } from './definition';

interface Definition {
  source: string;
  types?: string[];
}

const wanted = wantedKernels();
const definitions = process.argv.slice(2).flatMap((argument) => {
  const [repository, folder] = argument.split('=');
  if (repository === undefined || folder === undefined)
    throw new Error(`${argument}: OWNER/NAME@COMMIT=FOLDER is wanted`);
  return definitionsOf(repository, folder);
});
const byName = new Map(definitions.filter(([name]) => wanted.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
writeText('scripts/tables/kernels/ascend-950.json', `${formatJson(Object.fromEntries(byName))}\n`);
console.log(`${definitions.length} definitions, of which ${byName.size} belong to an ONNX operator`);

/** The kernels that ATC's parser makes of ONNX operators, and those that graph passes put in their places. */
function wantedKernels(): ReadonlySet<string> {
  interface Operator {
    npu_ops: string[];
    npu_op_info: object;
    lowered_to?: { kernel: string }[];
  }
  const operators: Operator[] = readFacts('ascend/onnx-ops.json').atc_ops;
  const parsed = operators.flatMap(({ npu_ops, npu_op_info, lowered_to = [] }) => [
    ...npu_ops,
    ...Object.keys(npu_op_info),
    ...lowered_to.map(({ kernel }) => kernel),
  ]);
  return new Set([...parsed, ...Object.values(replacedKernels).map(({ by }) => by)]);
}

function definitionsOf(repository: string, folder: string): [string, Definition][] {
  return definitionFiles(folder).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [...readDefinitions(text, 'ascend950')].map(([name, inputs]): [string, Definition] => {
      const data = dataInputs.find((candidate) => inputs.has(candidate));
      const types = elementTypes((data === undefined ? undefined : inputs.get(data)) ?? []);
      const listed = types.length === 0 ? {} : { types: [...new Set(types)].sort() };
      return [name, { source: `${repository}:${file}`, ...listed }];
    });
  });
}

/** What stands under `experimental` is contributed, and no part of the library; what is under `mc2/3rd` is a copy. */
function definitionFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\/op_host\/\w+_def\.cpp$/.test(file) && !/(^|\/)(experimental|3rd)\//.test(file))
    .sort();
}
