import {
  admits,
  compareVersions,
  type Fix,
  type Localized,
  parseSpecifier,
  parseVersion,
  type RequirementFact,
  type ScriptRuleContext,
} from '../../../../core/model';
import { replacement, textOf } from '../../scripts/edits';
import { reportCudaBuild } from './locked';

/** A torch that the target's plugin has no release for, or that is a build for CUDA. */
export function reportTorch(requirement: RequirementFact, context: ScriptRuleContext): void {
  const { table, target, torch, report } = context;
  reportIndex(requirement, context);
  const clauses = parseSpecifier(requirement.specifier);
  if (clauses === undefined || clauses.length === 0) return;
  const { module } = table.device;
  const all = table.releases.torch.map((text) => ({ text, numbers: parseVersion(text)!.numbers }));
  const wanted = all.filter(({ text }) => torch === undefined || text === torch || text.startsWith(`${torch}.`));
  const releases = wanted.length > 0 ? wanted : all;
  const admitted = releases.filter(({ numbers }) => admits(clauses, numbers));
  if (admitted.length === 0) {
    const near = nearest(clauses[0]!.numbers, releases);
    const companions = companionsOf(context);
    report({
      at: requirement,
      span: requirement.span,
      verdict: 'unsupported',
      message: {
        en: `${module} has no release for torch${spaced(requirement.specifier)}: ${target.id} needs ${listed(releases)}.`,
        zh: `${module} 没有适配 torch${spaced(requirement.specifier)} 的版本：${target.id} 需要 ${listedInChinese(releases)}。`,
      },
      advice: {
        en: `The nearest is torch ${near}.${companions === '' ? '' : ` ${companions} must move with it.`}${lockAgain(requirement).en}`,
        zh: `最接近的版本是 torch ${near}。${companions === '' ? '' : `${companions} 须同步调整。`}${lockAgain(requirement).zh}`,
      },
      evidence: table.releases.evidence,
      fixes: companions === '' && !isHashed(requirement, context) ? pin(requirement, near) : [],
    });
    return;
  }
  const local = clauses.find((clause) => /^cu\d/.test(clause.local ?? ''))?.local;
  if (local === undefined) {
    if (requirement.locked !== undefined) reportCudaBuild(requirement, context);
  } else {
    report({
      at: requirement,
      span: requirement.specifierSpan ?? requirement.span,
      severity: 'warning',
      verdict: 'unsupported',
      message: {
        en: `torch+${local} is a build for CUDA; ${module} goes with the CPU build of the same release.`,
        zh: `torch+${local} 是 CUDA 版；${module} 须配合同一版本的 CPU 版使用。`,
      },
      advice: {
        en: `Require the release without the local part, and install it from the index of CPU builds.${lockAgain(requirement).en}`,
        zh: `请去掉本地版本号，并从 CPU 版索引安装。${lockAgain(requirement).zh}`,
      },
      evidence: table.releases.evidence,
      fixes: withoutLocal(requirement, local),
    });
  }
}

function lockAgain({ locked }: RequirementFact): Localized {
  if (locked === undefined) return { en: '', zh: '' };
  return {
    en: ' Ask for it in the list that this lock is made from, and lock again.',
    zh: '请在生成该锁文件的清单中修改，再重新锁定。',
  };
}

/** PyTorch's own index of builds for CUDA: `https://download.pytorch.org/whl/cu121`. */
function reportIndex({ index, ...at }: RequirementFact, { facts, table, target, report }: ScriptRuleContext): void {
  const build = index && /^https:\/\/download\.pytorch\.org\/whl\/(?:nightly\/)?(cu\d+)\/?$/.exec(index.address)?.[1];
  if (index === undefined || build === undefined) return;
  const { module } = table.device;
  const start = placeInAddress(`/${build}`, index, facts.text);
  report({
    at,
    span: index.span,
    severity: 'warning',
    verdict: 'unsupported',
    message: {
      en: `This index holds builds of torch for CUDA (${build}); on ${target.id}, ${module} goes with the CPU build.`,
      zh: `该索引提供的是 CUDA 版 torch（${build}）；在 ${target.id} 上，${module} 须配合 CPU 版使用。`,
    },
    advice: {
      en: 'The index of CPU builds is https://download.pytorch.org/whl/cpu.',
      zh: 'CPU 版索引为 https://download.pytorch.org/whl/cpu。',
    },
    evidence: table.releases.evidence,
    fixes:
      start === undefined
        ? []
        : [
            {
              kind: 'review',
              title: { en: 'Take the index of CPU builds', zh: '改用 CPU 版索引' },
              edits: [replacement({ start, end: start + build.length + 1 }, '/cpu')],
            },
          ],
  });
}

/** Where a part of an index's address stands. A notebook's text has no commands, but they stand at their places. */
function placeInAddress(
  part: string,
  { address, span }: NonNullable<RequirementFact['index']>,
  text: string,
): number | undefined {
  if (span.end - span.start === address.length) return span.start + address.indexOf(part);
  const found = text.indexOf(part, span.start);
  return found < 0 || found >= span.end ? undefined : found;
}

/** A compiled list holds the release's hashes, which another release does not have. */
function isHashed({ statement }: RequirementFact, { facts }: ScriptRuleContext): boolean {
  return /--hash\b/.test(textOf(facts, statement.span));
}

/** Packages of which each release asks for one of torch: pinned beside it, they would refuse another. */
function companionsOf({ facts }: ScriptRuleContext): string {
  const pinned = facts.requirements.filter(
    ({ name, specifier }) => /^torch(vision|audio)$/.test(name) && /^==?\s*\d/.test(specifier),
  );
  return [...new Set(pinned.map(({ name, specifier }) => `${name}${specifier}`))].join(', ');
}

function spaced(specifier: string): string {
  return /^[=<>!~]=?\s*\d/.test(specifier) && !/^~\d/.test(specifier) ? specifier : ` ${specifier}`;
}

function listed(releases: readonly { text: string }[]): string {
  return releases.length === 1 ? releases[0]!.text : `one of ${releases.map(({ text }) => text).join(', ')}`;
}

function listedInChinese(releases: readonly { text: string }[]): string {
  return `${releases.map(({ text }) => text).join('、')}${releases.length === 1 ? '' : ' 之一'}`;
}

/** The release of the same minor version, else the next later one, else the newest. */
function nearest(
  numbers: readonly number[],
  releases: readonly { text: string; numbers: readonly number[] }[],
): string {
  const sorted = [...releases].sort((a, b) => compareVersions(a.numbers, b.numbers));
  const isSame = (release: { numbers: readonly number[] }) =>
    release.numbers[0] === numbers[0] && release.numbers[1] === (numbers[1] ?? 0);
  const later = sorted.find((release) => compareVersions(release.numbers, numbers) >= 0);
  return (sorted.findLast(isSame) ?? later ?? sorted.at(-1)!).text;
}

function pin({ specifierSpan, specifier }: RequirementFact, release: string): Fix[] {
  if (specifierSpan === undefined) return [];
  // Poetry's and conda's notations keep their own operator.
  const operator =
    /^(===|==|=)/.exec(specifier)?.[0] ?? (/^[\d^~]/.test(specifier) && !specifier.startsWith('~=') ? '' : '==');
  return [
    {
      kind: 'review',
      title: { en: `Pin torch to ${release}`, zh: `将 torch 固定为 ${release}` },
      edits: [replacement(specifierSpan, `${operator}${release}`)],
    },
  ];
}

function withoutLocal({ specifierSpan, specifier }: RequirementFact, local: string): Fix[] {
  if (specifierSpan === undefined) return [];
  const start = specifierSpan.start + specifier.indexOf(`+${local}`);
  return [
    {
      kind: 'review',
      title: { en: `Drop +${local}`, zh: `去掉 +${local}` },
      edits: [replacement({ start, end: start + local.length + 1 }, '')],
    },
  ];
}
