import type { RequirementFact } from './requirements';

/** What a list or group of requirements is for: `other`, an accelerator that is neither CUDA nor one of our targets. */
export type ListPurpose = 'cuda' | 'other' | 'any';

/** What the name of a list or group says it is for: other accelerators' lists say nothing about a target. */
export function purposeOfList(name: string): ListPurpose {
  const said = nameOfList(name);
  if (/(^|[^a-z])(rocm|xpu|hpu|gaudi|mps|metal|cpu|macos|windows|win|tpu)([^a-z]|$)/.test(said)) return 'other';
  return /cuda|gpu|nvidia|(^|[^a-z])cu\d\d/.test(said) ? 'cuda' : 'any';
}

/** The accelerator of ours that a list is made for: `requirements-npu.txt`. */
export function acceleratorOfList(name: string): 'npu' | 'tpu' | undefined {
  const said = nameOfList(name);
  if (/(^|[^a-z])(npu|ascend|cann)([^a-z]|$)/.test(said)) return 'npu';
  return /(^|[^a-z])(torch[_-]tpu|sophgo|sophon)([^a-z]|$)/.test(said) ? 'tpu' : undefined;
}

export function excludesLinux({ marker = '' }: Pick<RequirementFact, 'marker'>): boolean {
  return /(sys_platform|platform_system|os_name)\s*==\s*["'](win32|darwin|Windows|Darwin|nt)["']/.test(marker);
}

function nameOfList(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
}
