import {
  admits,
  type Localized,
  parseSpecifier,
  parseVersion,
  type RequirementFact,
  type ScriptRuleContext,
} from '../../../../core/model';

/** Whether the list that a lock was made from tells it already, or another package of the lock does. */
export function isToldElsewhere(requirement: RequirementFact, context: ScriptRuleContext): boolean {
  const { locked, name } = requirement;
  if (locked === undefined) return false;
  if (/^(torch|pytorch)$/.test(name)) return locked.asked.some((specifier) => isRefused(specifier, context));
  return locked.asked.length > 0 || isOfTorch(requirement, context);
}

/** A list that names one release, or admits none that the plugin has, is told itself. */
function isRefused(specifier: string, { table }: ScriptRuleContext): boolean {
  const clauses = parseSpecifier(specifier);
  if (clauses === undefined || clauses.length === 0) return false;
  return !table.releases.torch.some((release) => admits(clauses, parseVersion(release)!.numbers));
}

/** CUDA's libraries and Triton come with PyTorch's build for CUDA. Who asks for them is not known of a Pipfile.lock. */
function isOfTorch({ name, locked }: RequirementFact, { facts }: ScriptRuleContext): boolean {
  const isPart = (one: string) => one === 'torch' || one === 'triton' || one.startsWith('nvidia-');
  return isPart(name) && locked!.by.every(isPart) && facts.requirements.some((one) => one.name === 'torch');
}

/** What brings a package into a lock, as a sentence of its own. */
export function broughtBy({ locked }: RequirementFact): Localized {
  if (locked === undefined || locked.by.length === 0) return { en: '', zh: '' };
  const few = locked.by.slice(0, 3);
  const isMore = locked.by.length > few.length;
  return {
    en: ` It is locked because ${few.join(', ')}${isMore ? ' and others ask' : few.length === 1 ? ' asks' : ' ask'} for it.`,
    zh: `锁定它是因为 ${few.join('、')}${isMore ? '等包' : ''}依赖它。`,
  };
}

/** Packages of NVIDIA's that the lock installs with PyTorch: its build for CUDA. */
export function reportCudaBuild(
  requirement: RequirementFact,
  { facts, table, target, report }: ScriptRuleContext,
): void {
  const brought = facts.requirements.filter(
    ({ name, locked }) => name.startsWith('nvidia-') && (locked?.by.includes('torch') ?? false),
  );
  if (brought.length === 0) return;
  const { module } = table.device;
  const [{ name: first }] = brought as [RequirementFact];
  const others = brought.length - 1;
  const shown =
    others === 0
      ? { en: first, zh: first }
      : { en: `${first} and ${others} more packages of NVIDIA's`, zh: `${first} 等 ${brought.length} 个 NVIDIA 包` };
  report({
    at: requirement,
    span: requirement.span,
    severity: 'information',
    verdict: 'limited',
    message: {
      en: `Where wheels have it so (x86-64), the locked torch is the build for CUDA, with ${shown.en}; on ${target.id}, ${module} goes with the CPU build.`,
      zh: `锁定的 torch 在提供 CUDA 版的平台（x86-64）上是 CUDA 版，附带 ${shown.zh}；在 ${target.id} 上，${module} 须配合 CPU 版使用。`,
    },
    advice: {
      en: 'Let the project take torch from https://download.pytorch.org/whl/cpu (with uv: an index of its own in [tool.uv.sources]), and lock again.',
      zh: '请让项目从 https://download.pytorch.org/whl/cpu 获取 torch（uv 可在 [tool.uv.sources] 中指定索引），并重新锁定。',
    },
    evidence: table.releases.evidence,
  });
}
