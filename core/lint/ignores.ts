import picomatch from 'picomatch/posix.js';
import type { Finding, Problem } from '../model';
import type { GraphReport } from './graph-report';
import type { Ignore } from './settings';

/** A name of more characters than this matches no glob but `*` and `**`. */
const longestMatched = 10_000;

/** Splits the findings of a file into those that stand and those that are ignored, with the ignores that were used. */
export function applyIgnores(
  path: string,
  findings: readonly Finding[],
  ignores: readonly Ignore[],
): { readonly kept: Finding[]; readonly used: Set<Ignore> } {
  const used = new Set<Ignore>();
  const matchers = ignores.filter((ignore) => coversFile(ignore, path)).map(compile);
  if (matchers.length === 0) return { kept: [...findings], used };
  const kept = findings.filter((finding) => {
    const matching = matchers.filter(({ matches }) => matches(finding));
    for (const { ignore } of matching) used.add(ignore);
    return matching.length === 0;
  });
  return { kept, used };
}

function compile(ignore: Ignore): { readonly ignore: Ignore; matches(finding: Finding): boolean } {
  const node = ignore.node === undefined ? undefined : globOf(ignore.node);
  return {
    ignore,
    matches: (finding) =>
      (ignore.rule === undefined || ignore.rule === finding.rule) &&
      (ignore.target === undefined || ignore.target === finding.target) &&
      (node === undefined || node(finding.place?.node ?? finding.value?.name)),
  };
}

/** Whether an ignore is about the file at `path` at all. */
function coversFile({ file, configuration }: Ignore, path: string): boolean {
  if (file === undefined) return true;
  const folder = configuration.slice(0, configuration.lastIndexOf('/') + 1);
  return globOf(file)(path.startsWith(folder) ? path.slice(folder.length) : path);
}

function globOf(glob: string): (name: string | undefined) => boolean {
  const matches = picomatch(glob, { dot: true, nonegate: true });
  const matchesAll = glob === '*' || glob === '**';
  return (name) => name !== undefined && (matchesAll || (name.length <= longestMatched && matches(name)));
}

/**
 * Ignores that nothing needs any more: of those whose file was linted, the ones that no finding met. One problem each,
 * in the configuration that `Ignore.configuration` names.
 */
export function unusedIgnores(
  ignores: readonly Ignore[],
  reports: readonly Pick<GraphReport, 'path' | 'usedIgnores'>[],
): { readonly ignore: Ignore; readonly problem: Problem }[] {
  const used = new Set(reports.flatMap(({ usedIgnores }) => [...usedIgnores]));
  return ignores
    .filter((ignore) => !used.has(ignore) && reports.some(({ path }) => coversFile(ignore, path)))
    .map((ignore) => ({
      ignore,
      problem: {
        code: 'configuration/unused-ignore',
        severity: 'warning',
        message: {
          en: 'No finding meets this ignore any more; remove it, or correct its rule, node or file.',
          zh: '已没有结果匹配这条忽略规则；请删除它，或更正其中的 rule、node 或 file。',
        },
        span: ignore.span,
      },
    }));
}
