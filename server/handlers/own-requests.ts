import type { CancellationToken, GenericRequestHandler } from 'vscode-languageserver';
import { defaultSettings } from '../../core/lint';
import { inLanguage } from '../../core/model';
import { allRules } from '../../rules/checks';
import { checkpointPage } from '../checkpoints/page';
import { scriptStatus } from '../scripts/script-status';
import { setInConfiguration } from '../verbs/configuration-edit';
import { modelStatus } from '../verbs/model-status';
import { targetChoice } from '../verbs/targets';
import type { Serving } from './serving';

/** Requests that are Portolan's own; docs/editors.md describes them for other clients. */
export function registerOwnRequests({ session, guard }: Serving): void {
  const { connection } = session;
  const on = <Params>(method: string, answer: (params: Params, token: CancellationToken) => Promise<unknown>) => {
    const handle: GenericRequestHandler<unknown, void> = (params: Params, token: CancellationToken) =>
      guard.request(method, token, () => answer(params, token));
    connection.onRequest(method, handle);
  };

  on('portolan/targets', async ({ uri }: { uri?: string }) => {
    const settings = uri === undefined ? undefined : await session.settingsOf(inFolder(uri));
    const { layer } = await session.editorSettings(undefined);
    return targetChoice(
      settings,
      settings?.settings.targets ?? layer.targets ?? defaultSettings.targets,
      session.language,
    );
  });

  /** Writes the targets into the configuration file that names them; false where none does. */
  on('portolan/setTargets', async ({ uri, targets }: { uri?: string; targets: readonly string[] }) => {
    const settings = uri === undefined ? undefined : await session.settingsOf(inFolder(uri));
    const { configuration, configurationText, targetsFrom } = settings ?? {};
    if (configuration === undefined || configurationText === undefined || targetsFrom !== 'configuration') return false;
    const open = session.documents.get(configuration)?.getText();
    const edit = setInConfiguration(configuration, open ?? configurationText, ['targets'], targets);
    const { applied } = await connection.workspace.applyEdit({ label: 'Portolan', edit });
    return applied;
  });

  on('portolan/rules', async () =>
    allRules.map(({ code, title, severity }) => ({ code, title: inLanguage(title, session.language), severity })),
  );

  /** The HTML page of a model's configuration, for one target or for all of the settings; null where it is none. */
  on('portolan/estimatePage', async ({ uri, target }: { uri: string; target?: string }) => {
    const checkpoint = await session.checkpoints.of(uri);
    return checkpoint === undefined ? null : checkpointPage(checkpoint, target, session.language);
  });

  on('portolan/modelStatus', async ({ uri }: { uri: string }, token) => {
    if (session.scripts.scriptOf(uri) !== undefined) {
      const script = await session.scripts.analysis(uri);
      return script === undefined ? null : scriptStatus(script, session.language);
    }
    const model = await session.analysis(uri, token);
    return model === undefined ? null : modelStatus(model.report, session.language);
  });
}

/** A configuration is searched from a file's folder upward: for a folder, from inside it. */
function inFolder(uri: string): string {
  return /\.[^/]+$/.test(uri) ? uri : `${uri.replace(/\/$/, '')}/-`;
}
