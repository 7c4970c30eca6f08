import { type Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { currentResource } from './resource';
import { askTargets, type TargetChoice } from './targets';

/** The targets in the status bar; a click lets the user choose others. */
export class StatusBar implements Disposable {
  private readonly item = window.createStatusBarItem('portolan.targets', StatusBarAlignment.Right, 90);

  constructor(private readonly client: BaseLanguageClient) {
    this.item.name = l10n.t('Portolan: Targets');
    this.item.command = 'portolan.pickTargets';
  }

  async refresh(): Promise<void> {
    if (!this.client.isRunning()) return;
    this.show(await askTargets(this.client, currentResource()));
  }

  dispose(): void {
    this.item.dispose();
  }

  private show({ targets, selected, source }: TargetChoice): void {
    const chosen = selected.map((id) => targets.find((target) => target.id === id) ?? { id, name: id });
    const [first] = chosen;
    const more = chosen.length > 1 ? ` +${chosen.length - 1}` : '';
    this.item.text = `$(circuit-board) ${first === undefined ? l10n.t('No target') : shortened(first.name)}${more}`;
    const tooltip = new MarkdownString(`**${l10n.t('Models and scripts are checked for')}**\n\n`);
    for (const { name } of chosen) {
      tooltip.appendMarkdown('- ').appendText(name).appendMarkdown('\n');
    }
    tooltip.appendMarkdown(`\n${sourceText(source)} · ${l10n.t('Click to choose')}`);
    this.item.tooltip = tooltip;
    this.item.show();
  }
}

function sourceText(source: TargetChoice['source']): string {
  if (source === 'configuration') return l10n.t('From portolan.config.json');
  return source === 'settings' ? l10n.t('From the settings') : l10n.t('The default, as nothing is configured');
}

/** A name without what stands in parentheses after it. */
function shortened(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]$/, '');
}
