import { ConfigurationTarget, l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { currentResource } from './resource';
import { askTargets, type TargetChoice } from './targets';

interface TargetItem extends QuickPickItem {
  readonly id?: string;
}

/** Lets the user tick targets; writes them where they were read from: the configuration file, or else the settings. */
export async function pickTargets(client: BaseLanguageClient): Promise<void> {
  const resource = currentResource();
  const choice = await askTargets(client, resource);
  const items = itemsOf(choice);
  const picked = await window.showQuickPick<TargetItem>(items, {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: l10n.t('Targets that models are checked for'),
    placeHolder:
      choice.configuration === undefined ? l10n.t('Saved in the settings') : l10n.t('Saved in portolan.config.json'),
  });
  const targets = picked?.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (targets === undefined || targets.length === 0) return;
  const inConfiguration = await client.sendRequest<boolean>('portolan/setTargets', {
    uri: resource?.toString(),
    targets,
  });
  if (inConfiguration) return;
  const scope = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration('portolan', resource ?? null).update('targets', targets, scope);
}

function itemsOf({ targets, selected }: TargetChoice): TargetItem[] {
  const items: TargetItem[] = [];
  let vendor: string | undefined;
  for (const target of targets) {
    if (target.vendor !== vendor) items.push({ label: target.vendor, kind: QuickPickItemKind.Separator });
    vendor = target.vendor;
    const { id, name, detail } = target;
    items.push({ id, label: name, description: detail, picked: selected.includes(id) });
  }
  return items;
}
