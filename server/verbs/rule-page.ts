import { inLanguage, type Language, pageIn } from '../../core/model';
import { findRule } from '../../rules/checks';
import { messages } from '../messages';
import { Prose } from '../to-protocol/prose';

/** A rule's page, or one that says that there is no such rule. */
export function rulePageText(code: string, language: Language): string {
  const rule = findRule(code);
  if (rule !== undefined) return pageIn(rule.documentation, language);
  const prose = new Prose(true);
  prose.heading(code);
  prose.paragraph(prose.text(inLanguage(messages.noSuchRule(code), language)));
  return `${prose}\n`;
}
