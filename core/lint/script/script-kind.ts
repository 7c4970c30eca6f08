import type { ScriptFacts } from '../../model';

/** How a file that goes with PyTorch scripts is read. */
export type ScriptKind = ScriptFacts['kind'];

/** By the file's name alone, in the order in which they are tried. */
const kinds: readonly (readonly [RegExp, ScriptKind])[] = [
  [/\.py$/i, 'python'],
  [/\.ipynb$/i, 'notebook'],
  [/^(dev-|test-|dev_|test_)?(requirements?|constraints)[^/]*\.(txt|in)$/i, 'requirements'],
  [/^pyproject\.toml$/, 'requirements'],
  [/^(conda[-_]?)?env(ironment)?[^/]*\.ya?ml$/i, 'requirements'],
  [/\.(sh|bash|slurm|sbatch)$/i, 'shell'],
  [/^(Dockerfile|Containerfile)([.-][^/]*)?$|\.(dockerfile|containerfile)$/i, 'dockerfile'],
  [/\.ya?ml$/i, 'yaml'],
];

/** What kind of script a path names; undefined for other files. Lists in a folder `requirements` count as such. */
export function scriptKindOf(path: string): ScriptKind | undefined {
  if (/(^|\/)requirements\/[^/]+\.(txt|in)$/i.test(path)) return 'requirements';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return kinds.find(([pattern]) => pattern.test(name))?.[1];
}
