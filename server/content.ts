import type { CancellationToken } from 'vscode-languageserver';
import { inLanguage } from '../core/model';
import { messages } from './messages';
import { modelOf, reportScheme, ruleOf } from './model-uri';
import type { Session } from './session';
import { reportPage } from './verbs/report';
import { rulePageText } from './verbs/rule-page';

/**
 * The text of a document that the server supplies: a model's text view, its report, or a rule's page. The URI of an
 * .onnx file is as good as that of its view, for clients that know no server documents.
 */
export async function contentOf(session: Session, uri: string, token: CancellationToken): Promise<string> {
  const rule = ruleOf(uri);
  if (rule !== undefined) return rulePageText(rule, session.language);
  const model = modelOf(uri) === undefined ? undefined : await session.analysis(uri, token);
  if (model === undefined) return `# ${inLanguage(messages.noSuchFile, session.language)}\n`;
  if (uri.startsWith(`${reportScheme}:`)) return reportPage(model.uri, model.report, session.language);
  return session.text(model).text;
}
