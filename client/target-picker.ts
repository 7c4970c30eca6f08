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
    title: l10n.t('Targets that models and scripts are checked for'),
    placeHolder:
      choice.configuration === undefined ? l10n.t('Saved in the settings') : l10n.t('Saved in portolan.config.json'),
  });
  if (picked === undefined || picked.length === 0) return;
  const ids = picked.flatMap(({ id }) => (id === undefined ? [] : [id]));
  // The order is that of the reports: what was chosen before keeps its place.
  const kept = choice.selected.filter((id) => ids.includes(id));
  const targets = [...kept, ...ids.filter((id) => !kept.includes(id))];
  const inConfiguration = await client.sendRequest<boolean>('portolan/setTargets', {
    uri: resource?.toString(),
    targets,
  });
  if (inConfiguration) return;
  const scope = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration('portolan', resource ?? null).update('targets', targets, scope);
}

/** The chosen ones first, then all others by vendor. */
function itemsOf({ targets, selected }: TargetChoice): TargetItem[] {
  const item = ({ id, name, detail }: TargetChoice['targets'][number]) => ({ id, label: name, description: detail });
  const chosen = selected.flatMap((id) => targets.find((target) => target.id === id) ?? []);
  const items: TargetItem[] = [
    { label: l10n.t('Chosen'), kind: QuickPickItemKind.Separator },
    ...chosen.map((target) => ({ ...item(target), picked: true })),
  ];
  let vendor: string | undefined;
  for (const target of targets) {
    if (chosen.includes(target)) continue;
    if (target.vendor !== vendor) items.push({ label: target.vendor, kind: QuickPickItemKind.Separator });
    vendor = target.vendor;
    items.push(item(target));
  }
  return items;
}
