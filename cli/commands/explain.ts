import { nearest, pageIn } from '../../core/model';
import { allRules, findRule } from '../../rules/checks';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import type { Session } from '../session';
import { renderMarkdown } from '../terminal/markdown';
import { UsageError } from '../usage-error';

type Rule = (typeof allRules)[number];

/** `portolan explain RULE...` */
export async function execute(session: Session): Promise<ExitCode> {
  const { operands } = session.given;
  if (operands.length === 0) {
    throw new UsageError({
      en: 'which rule? For example: portolan explain onnx/unsupported-operator; `portolan rules` lists all',
      zh: '请指定规则，例如：portolan explain onnx/unsupported-operator；全部规则见 `portolan rules`',
    });
  }
  const rules = operands.map(ruleOf);
  const format = session.value('format') ?? 'text';
  if (format === 'json')
    session.print(
      jsonText(
        rules.map((rule) => ruleJson(rule, session)),
        2,
      ),
    );
  else session.print(rules.map((rule) => page(rule, format, session)).join('\n\n'));
  return 0;
}

/** By its code, or by the last part of it. */
function ruleOf(name: string): Rule {
  const rule = findRule(name) ?? allRules.find(({ code }) => code.endsWith(`/${name}`));
  if (rule !== undefined) return rule;
  const guess = nearest(
    name,
    allRules.flatMap(({ code }) => [code, code.slice(code.indexOf('/') + 1)]),
  );
  throw new UsageError({
    en: `no rule "${name}"; ${guess === undefined ? '`portolan rules` lists all' : `did you mean ${guess}?`}`,
    zh: `没有规则“${name}”；${guess === undefined ? '全部规则见 `portolan rules`' : `是否想用 ${guess}？`}`,
  });
}

function page(rule: Rule, format: string, session: Session): string {
  const text = pageIn(rule.documentation, session.language).trimEnd();
  if (format === 'markdown') return text;
  const { stdout } = session.host;
  return renderMarkdown(text, Math.min(stdout.columns ?? 100, 100), session.coloursFor(stdout)).trimEnd();
}

function ruleJson({ code, severity, title, documentation }: Rule, session: Session) {
  return { code, severity, title: session.say(title), documentation: pageIn(documentation, session.language) };
}
