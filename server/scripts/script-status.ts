import { byPlace, destinationNames, planScriptDestinations, portingOf, reaches } from '../../core/lint';
import { inLanguage, type Language, type Severity } from '../../core/model';
import { messages } from '../messages';
import { shortName } from '../to-protocol/diagnostic';
import type { ModelStatus } from '../verbs/model-status';
import type { ScriptAnalysis } from './script-analysis';
import { words } from './words';

/** A script in a few words: how many places, and for each target what is left. */
export function scriptStatus({ report, settings }: ScriptAnalysis, language: Language): ModelStatus {
  const severities: readonly Severity[] = [
    ...byPlace(report.findings).map(({ severity }) => severity),
    ...report.problems.map(({ severity }) => severity),
  ];
  const errors = severities.filter((severity) => reaches(severity, 'error')).length;
  const warnings = severities.filter((severity) => severity === 'warning').length;
  const { destinations } = planScriptDestinations(settings.settings);
  const left = portingOf(report.findings, destinationNames(destinations)).map(({ target, findings }) => {
    const said = findings === 0 ? words.nothingLeft : words.leftToPort(findings);
    return `${shortName(target, language)}: ${inLanguage(said, language)}`;
  });
  return {
    summary: inLanguage(messages.summary(errors, warnings), language),
    detail: left.join(' · '),
    severity: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'ok',
  };
}
