import { commands, l10n, Uri, window } from 'vscode';
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
  const picked = await window.showQuickPick(
    rules.map(({ code, title }) => ({ label: code, detail: title })),
    { title: l10n.t('Explain a rule'), matchOnDetail: true },
  );
  return picked?.label;
}
