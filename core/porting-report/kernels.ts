import type { MigrationTable } from '../model';
import type { CudaSource } from './cuda-source';
import type { KernelPorting } from './report';
import type { ScriptSummary } from './script-summary';

/** Kernels that somebody has to look at, the longest first. */
export function kernelsOf(
  scripts: readonly ScriptSummary[],
  sources: readonly CudaSource[],
  table: MigrationTable,
  family: string,
  pathOf: (path: string) => string,
): KernelPorting[] {
  const launches = new Map<string, number>();
  for (const { kernel, path } of scripts.flatMap((script) => script.launches)) {
    const key = `${pathOf(path)} ${kernel}`;
    launches.set(key, (launches.get(key) ?? 0) + 1);
  }
  const triton = table.library('triton');
  const compiles = triton?.status === 'adapted' && (triton.families?.includes(family) ?? true);
  const kernels: KernelPorting[] = [
    ...scripts.flatMap(({ path, kernels: own }) =>
      own.map(
        (kernel): KernelPorting => ({
          path,
          ...kernel,
          language: 'triton',
          launches: launches.get(`${path} ${kernel.name}`) ?? 0,
          work: compiles ? 'review' : 'rewrite',
        }),
      ),
    ),
    ...sources.flatMap(({ path, kernels: own }) =>
      own.map((kernel): KernelPorting => ({ path, ...kernel, language: 'cuda', work: 'rewrite' })),
    ),
  ];
  return kernels.sort((a, b) => b.lines - a.lines || (a.path < b.path ? -1 : 1));
}
