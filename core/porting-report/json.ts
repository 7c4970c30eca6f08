import { inLanguage, type Language } from '../model';
import type { PortingReport, TargetPorting } from './report';

/** The report for programs and for `--since`, as rules/schema/report-output.schema.json says. */
export function portingJson({ name, date, files, targets }: PortingReport, version: string, language: Language) {
  return {
    version: 1,
    tool: { name: 'portolan', version },
    name,
    date,
    files,
    targets: targets.map((porting) => targetJson(porting, language)),
  };
}

function targetJson({ rules, libraries, ...porting }: TargetPorting, language: Language) {
  return {
    ...porting,
    rules: rules.map(({ title, ...rule }) => ({ ...rule, title: inLanguage(title, language) })),
    libraries: libraries.map(({ note, ...library }) => ({ ...library, note: inLanguage(note, language) })),
  };
}
