import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { modelOf, textScheme } from './model-uri';

/** The server's answer to `portolan/modelStatus`. */
interface ModelStatus {
  readonly summary: string;
  readonly detail: string;
  readonly severity: 'ok' | 'warning' | 'error';
}

/** What is known about the model that is shown, beside its language in the status bar. */
export class LanguageStatus implements Disposable {
  private readonly item: LanguageStatusItem = languages.createLanguageStatusItem('portolan.model', {
    scheme: textScheme,
  });

  constructor(private readonly client: BaseLanguageClient) {
    this.item.name = 'Portolan';
    this.item.text = 'Portolan';
    this.item.command = { command: 'portolan.openReport', title: l10n.t('Open Report') };
  }

  async refresh(): Promise<void> {
    const shown = window.activeTextEditor?.document.uri;
    if (shown?.scheme !== textScheme || !this.client.isRunning()) return;
    this.item.busy = true;
    try {
      const status = await this.client.sendRequest<ModelStatus | null>('portolan/modelStatus', {
        uri: modelOf(shown).toString(),
      });
      if (status !== null) this.show(status);
    } finally {
      this.item.busy = false;
    }
  }

  dispose(): void {
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
