import { lineAt, lineStarts } from '../model';
import { lineCount } from './script-summary';

/** A `.cu` or `.cuh` file: its kernels, as far as their names can be seen without a preprocessor. */
export interface CudaSource {
  readonly path: string;
  readonly lines: number;
  readonly kernels: readonly CudaKernel[];
}

export interface CudaKernel {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  /** `name<<<grid, block>>>(...)`, templates included, in the same file. */
  readonly launches: number;
}

/**
 * Counts and locates the kernels of a CUDA source. Comments are not looked into. Takes time in proportion to the text,
 * whatever it is.
 */
export function readCudaSource(path: string, source: string): CudaSource {
  // A comment that nothing ends goes to the end.
  const text = source.replace(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const launched = launchesIn(text);
  const endOf = blockEnds(text);
  const starts = lineStarts(text);
  const kernels = [...text.matchAll(head)].flatMap(({ index, 0: written }): CudaKernel[] => {
    const open = index + written.length;
    const name = text[open] === '{' ? nameIn(written) : undefined;
    if (name === undefined) return [];
    const line = lineAt(starts, index);
    const last = lineAt(starts, endOf.get(open) ?? text.length);
    return [{ name, line: line + 1, lines: last - line + 1, launches: launched.get(name) ?? 0 }];
  });
  return { path, lines: lineCount(source), kernels };
}

/** From `__global__` to the body or the semicolon; the next `__global__` begins another. */
const head = /\b__global__\b(?:(?!\b__global__\b)[^{};])*/g;

/**
 * The name before the parameters: of `__launch_bounds__(256) void name(int n)` the last that a bracket follows and no other
 * bracket is around.
 */
function nameIn(written: string): string | undefined {
  let depth = 0;
  let last = '';
  let name: string | undefined;
  for (const [token] of written.matchAll(/[A-Za-z_]\w*|[^\s\w]/g)) {
    if (token === '(') {
      if (depth === 0 && /^\w/.test(last)) name = last;
      depth += 1;
    } else if (token === ')') depth = Math.max(0, depth - 1);
    last = token;
  }
  return name;
}

/** `name<<<grid, block>>>(...)`, with template arguments or without. */
function launchesIn(text: string): ReadonlyMap<string, number> {
  const launches = new Map<string, number>();
  for (const { groups } of text.matchAll(/\b(?<name>[A-Za-z_]\w*)\s*(?:<[^<>;{}]*>\s*)?<<</g)) {
    launches.set(groups!['name']!, (launches.get(groups!['name']!) ?? 0) + 1);
  }
  return launches;
}

/** Of each opening brace where the block that it opens ends; not of those that nothing closes. */
function blockEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.length > 0) ends.set(open.pop()!, index);
  }
  return ends;
}
