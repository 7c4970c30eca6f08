import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Shown {
  readonly panel: WebviewPanel;
  readonly uri: Uri;
  readonly target: string | undefined;
}

/** The page of a model's configuration beside it: one panel for each configuration and target, anew when it is saved. */
export class EstimatePanel implements Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly listener = workspace.onDidSaveTextDocument(({ uri }) => {
    for (const each of this.shown.values()) if (each.uri.toString() === uri.toString()) void this.fill(each);
  });

  constructor(private readonly client: BaseLanguageClient) {}

  /** @param target one target; all of the settings side by side where it is absent. */
  async open(given?: string | Uri, target?: string): Promise<void> {
    const uri = typeof given === 'string' ? Uri.parse(given, true) : (given ?? window.activeTextEditor?.document.uri);
    if (uri === undefined) {
      void window.showInformationMessage(l10n.t('Open the config.json of a language model first.'));
      return;
    }
    const key = `${uri} ${target ?? ''}`;
    const known = this.shown.get(key);
    if (known !== undefined) {
      known.panel.reveal();
      await this.fill(known);
      return;
    }
    const html = await this.page(uri, target);
    if (html === null) {
      void window.showInformationMessage(l10n.t('This file is not the configuration of a language model.'));
      return;
    }
    const title = l10n.t('Estimate: {0}', uri.path.split('/').at(-2) ?? '');
    const panel = window.createWebviewPanel('portolan.estimate', title, ViewColumn.Beside, { enableFindWidget: true });
    this.shown.set(key, { panel, uri, target });
    panel.onDidDispose(() => this.shown.delete(key));
    panel.webview.html = html;
  }

  dispose(): void {
    this.listener.dispose();
    for (const { panel } of this.shown.values()) panel.dispose();
  }

  private async fill({ panel, uri, target }: Shown): Promise<void> {
    const html = await this.page(uri, target);
    if (html !== null) panel.webview.html = html;
  }

  private page(uri: Uri, target: string | undefined): Promise<string | null> {
    return this.client.sendRequest<string | null>('portolan/estimatePage', { uri: uri.toString(), target });
  }
}
