import type { Hover, Position } from 'vscode-languageserver';
import { planScriptDestinations } from '../../core/lint';
import { ruleNamed } from '../../core/lint/script';
import { inLanguage } from '../../core/model';
import { findRule } from '../../rules/checks';
import { Prose } from '../to-protocol/prose';
import type { HoverOptions } from '../verbs/hover-options';
import { rulePageText } from '../verbs/rule-page';
import { describeApi, isWorthTelling } from './describe-api';
import { factAt } from './fact-at';
import type { ScriptAnalysis } from './script-analysis';
import { offsetAt, placeOfSpan } from './script-document';
import { words } from './words';

/** What is known of the API, library, variable or suppression under the cursor. */
export function scriptHover(
  { document, report, settings }: ScriptAnalysis,
  uri: string,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const offset = offsetAt(document, uri, position);
  const fact = offset === undefined ? undefined : factAt(report.facts, offset);
  if (fact === undefined) return null;
  const { range } = placeOfSpan(document, fact.span);
  const prose = new Prose(options.isMarkdown);
  if (fact.kind === 'suppression') {
    const rules = fact.rule === undefined ? fact.suppression.rules.map(({ code }) => code) : [fact.rule];
    const [only] = rules;
    if (rules.length === 1 && only !== undefined) {
      const page = rulePageText(ruleNamed(only) ?? only, options.language);
      return { contents: { kind: options.isMarkdown ? 'markdown' : 'plaintext', value: page }, range };
    }
    const titles = rules.map((code) => {
      const title = findRule(ruleNamed(code) ?? code)?.title;
      return title === undefined ? code : `${code} — ${inLanguage(title, options.language)}`;
    });
    prose.paragraph(
      prose.text(
        inLanguage(titles.length === 0 ? words.keepsBackAll : words.keepsBack(titles.join('; ')), options.language),
      ),
    );
    return { contents: prose.toMarkup(), range };
  }
  const { destinations } = planScriptDestinations(settings.settings);
  if (destinations.length === 0 || !isWorthTelling(fact, destinations)) return null;
  describeApi(fact, destinations, settings.settings, prose, options.language);
  return { contents: prose.toMarkup(), range };
}
