import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { peakMemory, run } from '../processes/run';
import { median, megabytes, milliseconds, type Row } from '../row';

interface Files {
  readonly weights: string;
  readonly nodes: string;
}

/** The same files, read and checked by what a user would pick instead; and by Portolan once more, in the same minute. */
export function peerRows(files: Files): Row[] {
  return [...ownRows(files), ...protoRows(files), ...pythonRows(files)];
}

function ownRows({ weights, nodes }: Files): Row[] {
  return [
    ['1.9 GB', weights],
    ['100,000 nodes', nodes],
  ].map(([name, file]) => {
    const lint = ['cli/bin.cjs', 'lint', file!];
    const ms = median([1, 2, 3].map(() => run(process.execPath, lint).ms));
    return {
      what: `${name}: portolan lint, whole process (read, check, infer, verdicts on two targets)`,
      measured: `${milliseconds(ms)}, ${megabytes(peakMemory(lint))}`,
    };
  });
}

function protoRows({ nodes, weights }: Files): Row[] {
  return [
    ['1.9 GB', weights],
    ['100,000 nodes', nodes],
  ].map(([name, file]) => {
    const decode = ['scripts/bench/processes/onnx-proto.mjs', file!];
    const what = `${name}: onnx-proto (JavaScript), decode alone`;
    try {
      const { stdout } = run(process.execPath, decode);
      return { what, measured: `${milliseconds(JSON.parse(stdout).decode)}, ${megabytes(peakMemory(decode))}` };
    } catch (error) {
      const [reason] = /\w*Error[^\n]*/.exec(String(error)) ?? ['it failed'];
      return { what, measured: `cannot: ${reason}` };
    }
  });
}

function pythonRows({ weights, nodes }: Files): Row[] {
  const python = pythonWithOnnx();
  if (python === undefined) {
    return [
      {
        what: 'onnx (Python)',
        measured: 'not measured: no Python with the onnx package; name one in PORTOLAN_BENCH_PYTHON',
      },
    ];
  }
  return [
    ['1.9 GB', weights],
    ['100,000 nodes', nodes],
  ].map(([name, file]) => {
    const { stdout } = run(python, ['scripts/bench/processes/onnx_python.py', file!]);
    const times = JSON.parse(stdout);
    const step = (key: string) => `${key} ${typeof times[key] === 'number' ? milliseconds(times[key]) : times[key]}`;
    return {
      what: `${name}: onnx ${times.version} (Python), no verdicts`,
      measured: `${['import', 'load', 'check', 'infer'].map(step).join(', ')}; ${megabytes(times.peak)}`,
    };
  });
}

function pythonWithOnnx(): string | undefined {
  const candidates = [process.env['PORTOLAN_BENCH_PYTHON'], '.venv/bin/python', 'python3', 'python'];
  return candidates.find((python) => {
    if (python === undefined || (python.includes('/') && !existsSync(python))) return false;
    return spawnSync(python, ['-c', 'import onnx']).status === 0;
  });
}
