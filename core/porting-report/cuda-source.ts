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

// `__global__ void __launch_bounds__(256) name(`; attributes and the result stand before the last name.
const definition =
  /\b__global__\b[^;{}()]*?(?:\([^()]*\)[^;{}()]*?)?\b(?!__launch_bounds__)(?<name>[A-Za-z_]\w*)\s*\(/g;

/** Counts and locates the kernels of a CUDA source. Comments are not looked into. */
export function readCudaSource(path: string, source: string): CudaSource {
  const text = source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const launched = new Map<string, number>();
  for (const { groups } of text.matchAll(/\b(?<name>[A-Za-z_]\w*)\s*(?:<[^<>;{}]*>\s*)?<<</g)) {
    launched.set(groups!['name']!, (launched.get(groups!['name']!) ?? 0) + 1);
  }
  const kernels = [...text.matchAll(definition)].flatMap(({ index, 0: head, groups }): CudaKernel[] => {
    const body = bodyOf(text, index + head.length);
    if (body === undefined) return [];
    const name = groups!['name']!;
    const lines = lineCount(text.slice(index, body));
    return [{ name, line: lineCount(text.slice(0, index)), lines, launches: launched.get(name) ?? 0 }];
  });
  return { path, lines: lineCount(source), kernels };
}

/** Where the body that follows ends; undefined for a declaration. */
function bodyOf(text: string, from: number): number | undefined {
  const open = text.slice(from).search(/[{;]/);
  if (open < 0 || text[from + open] === ';') return undefined;
  let depth = 0;
  for (let at = from + open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
