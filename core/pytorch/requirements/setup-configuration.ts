import type { RequirementFact } from '../../model';
import { pipRequirement } from './requirement';

/** The packages that a setup.cfg asks for: `install_requires` of `[options]`, and all of `[options.extras_require]`. */
export function readSetupConfiguration(text: string): RequirementFact[] {
  const found: RequirementFact[] = [];
  let section = '';
  let key = '';
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const header = /^\[(?<name>[^\]]+)\]/.exec(line)?.groups?.['name'];
    const assignment = /^(?<key>[^\s#;=:[][^=:]*)[=:]\s*/.exec(line);
    if (header !== undefined) [section, key] = [header.trim(), ''];
    else if (assignment) key = assignment.groups!['key']!.trimEnd();
    if (header !== undefined || /^\s*[#;]/.test(line)) continue;
    const optional = section === 'options.extras_require';
    if (!optional && !(section === 'options' && /^(install|setup)_requires$/.test(key))) continue;
    const before = assignment?.[0].length ?? line.length - line.trimStart().length;
    const span = { start: index + before, end: index + line.trimEnd().length };
    const group = optional ? { group: key } : {};
    const requirement = span.start < span.end && pipRequirement(text, { text: span, whole: span, optional, ...group });
    if (requirement) found.push(requirement);
  }
  return found;
}
