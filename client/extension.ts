import { commands, type ExtensionContext, l10n, type Uri, window, workspace } from 'vscode';
import { clientOptions } from './client-options';
import { EstimatePanel } from './estimate-panel';
import { showFindings } from './findings';
import type { Host } from './host';
import { LanguageStatus } from './language-status';
import { ModelDecorations } from './model-decorations';
import { ModelDiagnostics } from './model-diagnostics';
import { ModelEditor } from './model-editor';
import { openReport, openText, takeOverOpenModels } from './open-model';
import { explainRule } from './rule-page';
import { serveFiles } from './served-files';
import { ServerDocuments } from './server-documents';
import { StatusBar } from './status-bar';
import { pickTargets } from './target-picker';

/** Starts the language server and registers what the editor shows. Resolves when the server answers. */
export async function activateExtension(context: ExtensionContext, host: Host): Promise<void> {
  const output = window.createOutputChannel('Portolan', { log: true });
  const diagnostics = new ModelDiagnostics();
  const client = host.createClient(clientOptions(output, diagnostics));
  const statusBar = new StatusBar(client);
  const languageStatus = new LanguageStatus(client);
  const estimates = new EstimatePanel(client);
  const refresh = async () => {
    await Promise.all([statusBar.refresh(), languageStatus.refresh()]);
  };
  const register = (command: string, run: (...args: never[]) => unknown) => commands.registerCommand(command, run);

  context.subscriptions.push(
    output,
    diagnostics,
    statusBar,
    languageStatus,
    estimates,
    ModelEditor.register(),
    new ModelDecorations(),
    new ServerDocuments(client),
    register('portolan.openAsText', openText),
    register('portolan.openReport', openReport),
    register('portolan.openEstimate', (uri?: string | Uri, target?: string) => estimates.open(uri, target)),
    register('portolan.showFindings', showFindings),
    register('portolan.pickTargets', () => pickTargets(client)),
    register('portolan.explainRule', (rule?: string) => explainRule(client, rule)),
    register('portolan.showOutput', () => output.show()),
    register('portolan.restartServer', async () => {
      await client.stop();
      await client.start();
      await refresh();
      window.setStatusBarMessage(l10n.t('Portolan: the language server was restarted.'), 5000);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('portolan')) void refresh();
    }),
    window.onDidChangeActiveTextEditor(refresh),
    client.onNotification('portolan/settingsChanged', refresh),
    { dispose: () => client.stop() },
  );
  serveFiles(client, host);
  await client.start();
  await Promise.all([refresh(), takeOverOpenModels()]);
}
