import type { Localized } from '../model';
import type { KernelPorting, TargetPorting } from './report';
import { sentences, steps } from './words';

/** One thing to do, and the command that does it. */
export interface NextStep {
  readonly text: Localized;
  readonly command?: string | undefined;
}

const namedLibraries = 5;

/**
 * In the order in which they make the others smaller.
 *
 * @param operands the paths that the report is about
 */
export function nextSteps(porting: TargetPorting, operands: readonly string[]): NextStep[] {
  const { target, byEffort, libraries, kernels, rules } = porting;
  const paths = operands.map(quoted).join(' ');
  const lint = `portolan lint ${paths} --target ${target}`;
  const next: NextStep[] = [];
  if (byEffort.safe > 0) next.push({ text: steps.safe(byEffort.safe), command: `${lint} --fix` });
  const toReplace = libraries.filter(({ status }) => status === 'replace' || status === 'none');
  if (toReplace.length > 0) next.push({ text: steps.libraries(namesOf(toReplace.map(({ name }) => name))) });
  if (kernels.length > 0) next.push({ text: steps.kernels(kernelWork(kernels)) });
  if (byEffort.review > 0) next.push({ text: steps.review(byEffort.review), command: `${lint} --fix=review --diff` });
  const byHand = rules.filter((rule) => rule.byEffort.manual > 0).sort((a, b) => b.byEffort.manual - a.byEffort.manual);
  if (byEffort.manual > 0) {
    next.push({
      text: steps.manual(
        byEffort.manual,
        byHand
          .slice(0, 3)
          .map(({ rule }) => rule)
          .join(', '),
      ),
    });
  }
  if (next.length === 0) return next;
  const report = `portolan report ${paths} --target ${target}`;
  // Whoever compares already has kept an earlier one.
  const keep = porting.progress ? [] : [{ text: steps.keep, command: `${report} --format json=report.json` }];
  return [...keep, ...next, { text: steps.again, command: `${report} --since report.json` }];
}

export function kernelWork(kernels: readonly KernelPorting[]): Localized {
  const rewrite = kernels.filter(({ work }) => work === 'rewrite').length;
  return sentences.rewriteOf(rewrite, kernels.length - rewrite);
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, namedLibraries).join(', ');
  return names.length > namedLibraries ? `${shown}, …` : shown;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
