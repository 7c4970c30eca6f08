import type { DocumentLink } from 'vscode-languageserver';
import { byPlace, evidenceLink } from '../../core/lint';
import { ruleNamed } from '../../core/lint/script';
import { inLanguage, type Language } from '../../core/model';
import { rulePage } from '../model-uri';
import type { ScriptAnalysis } from './script-analysis';
import { placeOfSpan } from './script-document';
import { words } from './words';

/**
 * From the rules that a suppression names to their pages, and from a finding to its evidence where a link takes nothing
 * away: on a text in quotes and outside Python. Elsewhere a name leads to its definition; the hover has its evidence.
 */
export function scriptLinks(
  { document, report }: ScriptAnalysis,
  uri: string,
  { language, linksRules }: { readonly language: Language; readonly linksRules: boolean },
): DocumentLink[] {
  const { text } = document;
  const links: DocumentLink[] = [];
  for (const { code, span } of report.facts.suppressions.flatMap(({ rules }) => rules)) {
    const rule = ruleNamed(code);
    const place = placeOfSpan(document, span);
    if (!linksRules || rule === undefined || place.uri !== uri) continue;
    links.push({ range: place.range, target: rulePage(rule), tooltip: inLanguage(words.openRule(rule), language) });
  }
  const isPython = document.kind === 'python' || document.kind === 'notebook';
  for (const { span, findings } of byPlace(report.findings)) {
    if (span === undefined || (isPython && !/^[rRbBfFuU]{0,2}["']/.test(text.slice(span.start, span.start + 3))))
      continue;
    const evidence = findings.flatMap((finding) => finding.evidence).find((one) => evidenceLink(one) !== undefined);
    const place = placeOfSpan(document, span);
    if (evidence === undefined || place.uri !== uri) continue;
    const source = `${evidence.source} ${evidence.version}, ${evidence.where}`;
    links.push({
      range: place.range,
      target: evidenceLink(evidence)!,
      tooltip: inLanguage(words.openEvidence(source), language),
    });
  }
  return links;
}
