import type { ScriptFacts } from '../../model';
import { isRequirementFile } from '../../pytorch/requirements/formats';

/** How a file that goes with PyTorch scripts is read. */
export type ScriptKind = ScriptFacts['kind'];

/** By the file's name alone, in the order in which they are tried. */
const kinds: readonly (readonly [RegExp, ScriptKind])[] = [
  [/\.py$/i, 'python'],
  [/\.ipynb$/i, 'notebook'],
  [/\.(sh|bash|slurm|sbatch)$/i, 'shell'],
  [/^(Dockerfile|Containerfile)([.-][^/]*)?$|\.(dockerfile|containerfile)$/i, 'dockerfile'],
  [/\.ya?ml$/i, 'yaml'],
  // ds_config.json, zero3_offload.json, bert_deepspeed.json
  [/(^|[_-])(ds|deepspeed|zero[0-3]?)([_.-][^/]*)?\.json$/i, 'deepspeed'],
];

/** What kind of script a path names; undefined for other files. */
export function scriptKindOf(path: string): ScriptKind | undefined {
  if (isRequirementFile(path)) return 'requirements';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return kinds.find(([pattern]) => pattern.test(name))?.[1];
}
