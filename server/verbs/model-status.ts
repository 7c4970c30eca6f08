import type { GraphReport } from '../../core/lint';
import { inLanguage, type Language, type Severity } from '../../core/model';
import { messages } from '../messages';
import { shortName } from '../to-protocol/diagnostic';

/** The answer to `portolan/modelStatus`: a model in a few words. */
export interface ModelStatus {
  readonly summary: string;
  readonly detail: string;
  readonly severity: 'ok' | 'warning' | 'error';
}

export function modelStatus({ findings, problems, assessments }: GraphReport, language: Language): ModelStatus {
  const count = (...wanted: readonly Severity[]) => findings.filter(({ severity }) => wanted.includes(severity)).length;
  const errors = count('error', 'silent') + problems.filter(({ severity }) => severity === 'error').length;
  const warnings = count('warning') + problems.filter(({ severity }) => severity === 'warning').length;
  const tables = assessments.map(
    ({ target, route, evidence }) => `${shortName(target, language)}: ${route} ${evidence.version}`,
  );
  return {
    summary: inLanguage(messages.summary(errors, warnings), language),
    detail: tables.join(' · '),
    severity: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'ok',
  };
}
