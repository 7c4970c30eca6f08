import type { CodeLens } from 'vscode-languageserver';
import { destinationNames, isToPort, planScriptDestinations, portingOf } from '../../core/lint';
import { inLanguage, type Localized } from '../../core/model';
import { shortName } from '../to-protocol/diagnostic';
import type { CodeLensOptions } from '../verbs/code-lens';
import type { ScriptAnalysis } from './script-analysis';
import { placeOfSpan } from './script-document';
import { words } from './words';

/** On the first line what is left to port for each target; on each nn.Module class what of it is in there. */
export function scriptLenses(
  { document, report, settings }: ScriptAnalysis,
  uri: string,
  options: CodeLensOptions,
): CodeLens[] {
  const say = (text: Localized) => inLanguage(text, options.language);
  const { facts, findings } = report;
  const { destinations } = planScriptDestinations(settings.settings);
  const isOfPyTorch = findings.length > 0 || facts.imports.some(({ package: name }) => name === 'torch');
  const lenses: CodeLens[] = [];
  const head = placeOfSpan(document, undefined);
  if (isOfPyTorch && head.uri === uri) {
    for (const { target, findings: count, byEffort } of portingOf(findings, destinationNames(destinations))) {
      const fixable = byEffort.safe + byEffort.review;
      const said = count === 0 ? say(words.nothingLeft) : say(words.leftToPort(count));
      const fixes = fixable === 0 ? '' : ` · ${say(words.withFixes(fixable))}`;
      const name = shortName(target, options.language);
      const title = `${name}: ${said}${fixes}`;
      lenses.push(lens({ uri, target, name }, head.range, title, count === 0, options));
    }
  }
  for (const { isModule, nameSpan, span } of facts.classes) {
    if (!isModule) continue;
    const place = placeOfSpan(document, nameSpan);
    const inside = findings.filter(
      (finding) =>
        isToPort(finding) &&
        finding.span !== undefined &&
        span.start <= finding.span.start &&
        finding.span.end <= span.end,
    );
    const count = new Set(inside.map((finding) => `${finding.span!.start} ${finding.rule}`)).size;
    if (place.uri !== uri) continue;
    const title = say(count === 0 ? words.nothingLeft : words.inClass(count));
    const { range } = placeOfSpan(document, span);
    lenses.push(lens({ uri, range }, place.range, title, count === 0, options));
  }
  return lenses;
}

/** What a lens counts; our extension lists it when the lens is clicked. */
interface Counted {
  readonly uri: string;
  /** The one target that is counted for; all of them where it is absent. */
  readonly target?: string;
  /** The target as diagnostics call it. */
  readonly name?: string;
  /** The part of the document that is counted; all of the script where it is absent. */
  readonly range?: CodeLens['range'];
}

function lens(
  counted: Counted,
  range: CodeLens['range'],
  title: string,
  isFine: boolean,
  { isOurExtension }: CodeLensOptions,
): CodeLens {
  return {
    range: { start: range.start, end: range.start },
    command: {
      title: isOurExtension ? `$(${isFine ? 'pass' : 'warning'}) ${title}` : title,
      command: isOurExtension ? 'portolan.showFindings' : '',
      ...(isOurExtension ? { arguments: [counted] } : {}),
    },
  };
}
