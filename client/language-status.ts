import {
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { modelOf, textScheme } from './model-uri';
import { scriptDocuments } from './script-documents';

/** The server's answer to `portolan/modelStatus`. */
interface ModelStatus {
  readonly summary: string;
  readonly detail: string;
  readonly severity: 'ok' | 'warning' | 'error';
}

function isScript(document: TextDocument): boolean {
  return languages.match(scriptDocuments, document) > 0;
}

/** What is known about the model or script that is shown, beside its language in the status bar. */
export class LanguageStatus implements Disposable {
  private readonly item: LanguageStatusItem = languages.createLanguageStatusItem('portolan.model', [
    { scheme: textScheme },
    ...scriptDocuments,
  ]);
  private readonly listener = languages.onDidChangeDiagnostics(({ uris }) => {
    const shown = window.activeTextEditor?.document;
    if (shown !== undefined && isScript(shown) && uris.some((uri) => uri.toString() === shown.uri.toString())) {
      void this.refresh();
    }
  });

  constructor(private readonly client: BaseLanguageClient) {
    this.item.name = 'Portolan';
    this.item.text = 'Portolan';
  }

  async refresh(): Promise<void> {
    const shown = window.activeTextEditor?.document;
    if (shown === undefined || !this.client.isRunning()) return;
    const isView = shown.uri.scheme === textScheme;
    if (!isView && !isScript(shown)) return;
    this.item.busy = true;
    try {
      const uri = (isView ? modelOf(shown.uri) : shown.uri).toString();
      const status = await this.client.sendRequest<ModelStatus | null>('portolan/modelStatus', { uri });
      if (status === null) return;
      this.show(status);
      this.item.command = isView
        ? { command: 'portolan.openReport', title: l10n.t('Open Report') }
        : { command: 'portolan.showFindings', title: l10n.t('Show Findings'), arguments: [{ uri }] };
    } finally {
      this.item.busy = false;
    }
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  private show({ summary, detail, severity }: ModelStatus): void {
    this.item.text = summary;
    this.item.detail = detail;
    this.item.severity = {
      ok: LanguageStatusSeverity.Information,
      warning: LanguageStatusSeverity.Warning,
      error: LanguageStatusSeverity.Error,
    }[severity];
  }
}
