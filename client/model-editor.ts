import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  l10n,
  TabInputCustom,
  type Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import { openTextIn } from './open-model';

/**
 * What opens a .onnx from the explorer: an editor that gives its place to the text view at once. In a comparison of two
 * versions there is no tab of ours to give up, so that there it says where the text is.
 */
export class ModelEditor implements CustomReadonlyEditorProvider {
  static readonly viewType = 'portolan.onnx';

  static register(): Disposable {
    return window.registerCustomEditorProvider(ModelEditor.viewType, new ModelEditor(), {
      webviewOptions: { enableFindWidget: false },
    });
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    const tab = window.tabGroups.all
      .flatMap((group) => group.tabs)
      .find(({ input }) => input instanceof TabInputCustom && input.uri.toString() === uri.toString());
    if (tab === undefined) {
      panel.webview.options = { enableCommandUris: ['portolan.openAsText'] };
      panel.webview.html = linkToText(uri);
      return;
    }
    const { isPreview: preview } = tab;
    await openTextIn(uri, { viewColumn: tab.group.viewColumn, preview, preserveFocus: !tab.isActive });
    panel.dispose();
  }
}

function linkToText(uri: Uri): string {
  const command = `command:portolan.openAsText?${encodeURIComponent(JSON.stringify([uri.toString()]))}`;
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  return `<!DOCTYPE html><html><head>${policy}</head><body><a href="${command}">${l10n.t('Open the model as text')}</a></body></html>`;
}
