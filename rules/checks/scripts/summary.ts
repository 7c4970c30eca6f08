import type { Localized, Severity, SummaryRuleContext } from '../../../core/model';

/** The worst first. */
const words: readonly (readonly [Severity, one: string, more: string, zh: string])[] = [
  ['silent', 'silent error', 'silent errors', '静默错误'],
  ['error', 'error', 'errors', '错误'],
  ['warning', 'warning', 'warnings', '警告'],
  ['information', 'note', 'notes', '说明'],
  ['hint', 'hint', 'hints', '提示'],
];

/** "41 findings for ascend-910b2 (28 errors, 13 warnings)" */
export function howMany({ counts, target }: SummaryRuleContext): Localized {
  const found = words.flatMap(([severity, one, more, zh]) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [{ en: `${count} ${count === 1 ? one : more}`, zh: `${zh} ${count}` }];
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    en: `${total} findings for ${target.id} (${found.map(({ en }) => en).join(', ')})`,
    zh: `${target.id} 的 ${total} 条结果（${found.map(({ zh }) => zh).join('、')}）`,
  };
}

/** As grave as it is that they are not dealt with: what would be something to port is a warning. */
export function severityOfAll({ counts }: SummaryRuleContext): Severity {
  return ['silent', 'error', 'warning'].some((severity) => counts.has(severity as Severity))
    ? 'warning'
    : 'information';
}

/** How to see each of them. */
export function oneByOne(rule: string): Localized {
  return {
    en: `To have them told one by one, set "${rule}" to "off": in "rules" of portolan.config.json, or in portolan.rules of the editor.`,
    zh: `如需逐条列出，请将规则 "${rule}" 设为 "off"：在 portolan.config.json 的 "rules" 中，或编辑器的 portolan.rules 设置中。`,
  };
}

/** The file's first line. */
export function headOf({ facts: { text } }: SummaryRuleContext): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n');
  return { start: 0, end: end < 0 ? text.length : end };
}
