import { commands, l10n, languages, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ruleScheme } from './model-uri';

interface RuleSummary {
  readonly code: string;
  readonly title: string;
}

/** A link that shows the page, of one that opens its source: the server knows no other. Other links stay as they are. */
export function shownRulePage(target: Uri): Uri {
  if (target.scheme !== ruleScheme) return target;
  const code = target.path.replace(/^\//, '').replace(/\.md$/, '');
  return Uri.parse(`command:portolan.explainRule?${encodeURIComponent(JSON.stringify([code]))}`);
}

/** Opens a rule's page; without a rule the user chooses one. */
export async function explainRule(client: BaseLanguageClient, rule: string | undefined): Promise<void> {
  const code = rule ?? (await chooseRule(client));
  if (code === undefined) return;
  const page = Uri.from({ scheme: ruleScheme, path: `/${code}.md` });
  await commands.executeCommand('markdown.showPreview', page);
}

async function chooseRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<readonly RuleSummary[]>('portolan/rules');
  const shown = rulesShown();
  const ordered = rules.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const items = (wanted: boolean) =>
    ordered
      .filter(({ code }) => shown.has(code) === wanted)
      .map(({ code, title }): QuickPickItem => ({ label: code, detail: title }));
  const separator = (label: string): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });
  const picked = await window.showQuickPick(
    shown.size === 0
      ? items(false)
      : [separator(l10n.t('In this file')), ...items(true), separator(l10n.t('Others')), ...items(false)],
    { title: l10n.t('Explain a rule'), matchOnDetail: true },
  );
  return picked?.label;
}

/** The rules that find something in the document that is shown. */
function rulesShown(): ReadonlySet<string> {
  const shown = window.activeTextEditor?.document.uri;
  const found = shown === undefined ? [] : languages.getDiagnostics(shown);
  const ours = found.filter(({ source }) => source === 'portolan');
  return new Set(ours.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}
