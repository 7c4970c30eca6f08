import {
  acceleratorOfList,
  admits,
  excludesLinux,
  type Fix,
  type Library,
  type Localized,
  parseSpecifier,
  parseVersion,
  purposeOfList,
  type RequirementFact,
  type ScriptRule,
  type ScriptRuleContext,
  type Severity,
} from '../../../../core/model';
import en from './en.md';
import { leaveOut, replaceBy } from './entry-fixes';
import { broughtBy, isToldElsewhere } from './locked';
import { counted, type SameEntries, sameEntries } from './same-entries';
import { reportTorch } from './torch-release';
import zh from './zh-cn.md';

/** Lists of packages: what cannot be installed on the target, or is of no use there, and a torch without a plugin. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/requirements',
  severity: 'error',
  kinds: ['requirements', 'python', 'notebook', 'shell', 'dockerfile'],
  title: { en: 'A requirement for CUDA', zh: '依赖项面向 CUDA' },
  documentation: { en, zh },
  check(context) {
    const list = purposeOfList(context.facts.path);
    if (list === 'other' || isForAnother(context)) return;
    const unsuited: RequirementFact[] = [];
    for (const requirement of context.facts.requirements) {
      const purpose = requirement.group === undefined ? list : purposeOfList(requirement.group);
      if (purpose === 'other' || excludesLinux(requirement) || isToldElsewhere(requirement, context)) continue;
      const soft = purpose === 'cuda' ? { ...requirement, guarded: true } : requirement;
      if (/^(torch|pytorch)$/.test(requirement.name)) reportTorch(soft, context);
      else if (isUnsuited(soft, context) && !context.isKeptBack(soft, soft.span)) unsuited.push(soft);
    }
    for (const same of sameEntries(unsuited, context.facts)) reportLibrary(same, context);
  },
};

/** Packages that bring PyTorch onto an accelerator: a list with one is that accelerator's. */
const plugins = new Set(['torch-npu', 'torch-tpu', 'torch-musa', 'torch-mlu', 'intel-extension-for-pytorch']);

/** `requirements-npu.txt` for a TPU, or a list that installs another accelerator's plugin. */
function isForAnother({ facts, table }: ScriptRuleContext): boolean {
  const own = table.device.module.replaceAll('_', '-');
  const named = acceleratorOfList(facts.path);
  if (named !== undefined && named !== table.device.type) return true;
  return facts.requirements.some(({ name, group }) => group === undefined && name !== own && plugins.has(name));
}

/** Whether the library is nothing for the target; of one that is patched for it, the release that is asked for is told. */
function isUnsuited(requirement: RequirementFact, context: ScriptRuleContext): boolean {
  const library = context.table.distribution(requirement.name);
  if (library === undefined || library.status === 'works' || library.status === 'unknown') return false;
  const covered = coveredVersion(library);
  if (covered !== undefined) reportVersion(requirement, library, covered, context);
  return covered === undefined;
}

function reportLibrary(same: SameEntries, { table, chip, facts, target, report }: ScriptRuleContext): void {
  const requirement = same.all[0];
  const library = table.distribution(requirement.name)!;
  const suits = library.status === 'adapted' && (library.families?.includes(chip.family) ?? true);
  const plugin = suits && /^[a-z][\w-]*$/.test(library.replacement ?? '') ? library.replacement : undefined;
  report({
    at: requirement,
    span: requirement.span,
    verdict: suits ? 'limited' : 'unsupported',
    severity: suits ? 'warning' : severityOf(library),
    message: messageOf(same, library, suits, target.id),
    advice: library.note,
    evidence: library.evidence,
    fixes: fixesOf(),
  });

  function fixesOf(): Fix[] {
    // A lock is written anew by its tool.
    if (requirement.locked !== undefined) return [];
    if (plugin !== undefined) return [replaceBy(same.all, plugin)];
    // A command without its package may be none.
    const isList = facts.kind === 'requirements' || facts.kind === 'python';
    return suits || !isList ? [] : [leaveOut(same.all, facts)];
  }
}

/** Packages that are compiled when they are installed, or refuse to be imported. */
const needsCuda =
  /^(flash-attn|xformers|apex|transformer-engine|deep-gemm|deep-ep|flash-mla|flashinfer|causal-conv1d|cupy|tensorrt)$/;

function severityOf({ id }: Library): Severity {
  return needsCuda.test(id) ? 'error' : 'warning';
}

function messageOf(same: SameEntries, { replacement }: Library, suits: boolean, target: string): Localized {
  const [first] = same.all;
  const { name } = first;
  const [brought, count] = [broughtBy(first), counted(same)];
  const [en, zh] = [brought.en + count.en, brought.zh + count.zh];
  return suits
    ? {
        en: `${name} needs another edition or a plugin on ${target}${replacement ? `: ${replacement}` : ''}.${en}`,
        zh: `${name} 在 ${target} 上需要适配版本或插件${replacement ? `：${replacement}` : ''}。${zh}`,
      }
    : {
        en: `${name} does not work on ${target}: it is written for other hardware.${en}`,
        zh: `${name} 无法用于 ${target}：该包面向其他硬件。${zh}`,
      };
}

/** The one release that the vendor's patch covers: `accelerate 0.30.1 + demo/patch`. */
function coveredVersion({ id, replacement = '' }: Library): string | undefined {
  return replacement.startsWith(`${id} `) ? /^\d+(?:\.\d+)+/.exec(replacement.slice(id.length + 1))?.[0] : undefined;
}

function reportVersion(
  requirement: RequirementFact,
  library: Library,
  covered: string,
  { target, report }: ScriptRuleContext,
): void {
  const clauses = parseSpecifier(requirement.specifier);
  if (clauses === undefined || admits(clauses, parseVersion(covered)!.numbers)) return;
  report({
    at: requirement,
    span: requirement.span,
    severity: 'information',
    verdict: 'limited',
    message: {
      en: `${requirement.name} ${requirement.specifier} leaves out ${covered}, the release that is patched for ${target.id}.`,
      zh: `${requirement.name} ${requirement.specifier} 不含 ${covered}，而 ${target.id} 的补丁针对该版本。`,
    },
    advice: library.note,
    evidence: library.evidence,
    fixes: [],
  });
}
