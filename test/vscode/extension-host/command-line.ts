import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf } from './surroundings';

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Finding {
  readonly rule: string;
  readonly range: { readonly start: Place };
  /** Of a notebook; cells are counted from 1. */
  readonly cell?: Place & { readonly number: number };
}

/** The command line beside the extension's sources. The tests are bundled into out/vscode/extension-host. */
const bin = path.join(__dirname, '..', '..', '..', 'cli', 'bin.cjs');

/** What the command line finds in a file as it is saved: `cell 2:1:7 torch/cuda-call`, each once, sorted. */
export function foundByCommandLine({ fsPath }: vscode.Uri, ...options: readonly string[]): string[] {
  const run = spawnSync(process.execPath, [bin, 'lint', fsPath, '--format', 'json', ...options], {
    cwd: path.dirname(fsPath),
    encoding: 'utf8',
  });
  if (run.status === 2) throw new Error(run.stderr);
  const { files } = JSON.parse(run.stdout) as { files: readonly { readonly findings: readonly Finding[] }[] };
  const told = files.flatMap(({ findings }) => findings.map(placeAndRule));
  return [...new Set(told)].sort();
}

function placeAndRule({ rule, range, cell }: Finding): string {
  const { line, column } = cell ?? range.start;
  return `${cell === undefined ? '' : `cell ${cell.number}:`}${line}:${column} ${rule}`;
}

/** What the editor shows in a document, as {@link foundByCommandLine} has it. */
export function shownIn(uri: vscode.Uri, cell?: number): string[] {
  const told = vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'portolan')
    .map((one) => {
      const { line, character } = one.range.start;
      return `${cell === undefined ? '' : `cell ${cell}:`}${line + 1}:${character + 1} ${codeOf(one)}`;
    });
  return [...new Set(told)].sort();
}
