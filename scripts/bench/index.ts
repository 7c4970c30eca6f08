// Prints what Portolan has to reach beside what it reaches on this machine: npm run bench. It asserts nothing: times of a
// busy machine are no test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { modelWithManyNodes, writeModelWithWeights } from './large-models';
import { backendRows, corpusRows, macsRows, upstreamRows } from './measures/accuracy';
import { estimateRows } from './measures/estimates';
import { largeFileRows } from './measures/large-file';
import { manyNodesRows } from './measures/many-nodes';
import { packageRows } from './measures/package';
import { peerRows } from './measures/peers';
import { scriptRunRows } from './measures/script-runs';
import { scriptRows } from './measures/scripts';
import { startRows } from './measures/start';
import { inTurn, run } from './processes/run';
import { median, milliseconds, type Row } from './row';

/** `--only start,large` limits the run to some groups. */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.split(',') : undefined;
const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-bench-'));

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, bar, measured, met } of rows) {
    const mark = met === undefined ? ' ' : met ? '✓' : '✗';
    console.log(`  ${mark} ${what}${bar === undefined ? '' : `  [${bar}]`}\n      ${measured}`);
  }
}

/** The models of the benchmark, the large one written out in full: holes would be read for nothing. */
function models() {
  const sparse = writeModelWithWeights(folder).file;
  const weights = path.join(folder, 'weights-full.onnx');
  const { status } = spawnSync('cp', ['--sparse=never', sparse, weights]);
  const nodes = path.join(folder, 'nodes.onnx');
  writeFileSync(nodes, modelWithManyNodes());
  return { weights: status === 0 ? weights : sparse, nodes };
}

const groups: readonly (readonly [name: string, title: string, rows: () => Row[] | Promise<Row[]>])[] = [
  ['start', 'Start', startRows],
  ['large', 'A large file', () => largeFileRows(models().weights)],
  ['nodes', 'Many operators', () => manyNodesRows(models().nodes)],
  ['upstream', "ONNX's own inference tests", upstreamRows],
  ['backend', "ONNX's backend tests", backendRows],
  ['corpus', 'Real models', corpusRows],
  ['macs', 'Multiply-accumulates', macsRows],
  ['estimates', 'Estimates of models', estimateRows],
  ['scripts', 'PyTorch scripts', () => scriptRows(folder)],
  ['script-runs', 'PyTorch scripts, as users run them', () => scriptRunRows(folder)],
  ['package', 'Package', () => packageRows(folder)],
  ['peers', 'What one would pick instead', () => peerRows(models())],
];

try {
  const [cpu] = os.cpus();
  const load = os.loadavg()[0]!.toFixed(1);
  console.log(
    `Node.js ${process.version}, ${process.platform} ${process.arch}, ${os.cpus().length} x ${cpu?.model.trim()}, load ${load}`,
  );
  const bare = median(inTurn(9, [() => run(process.execPath, ['-e', '0'])])[0]!);
  console.log(`bare Node.js (node -e 0) takes ${milliseconds(bare)} here`);
  for (const [name, title, rows] of groups) {
    if (only === undefined || only.includes(name)) print(title, await rows());
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
