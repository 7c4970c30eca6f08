import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The server's answer to `portolan/targets`. */
export interface TargetChoice {
  readonly targets: readonly {
    readonly id: string;
    readonly name: string;
    readonly vendor: string;
    readonly detail: string;
  }[];
  readonly selected: readonly string[];
  /** Who says so: the configuration file, the editor's settings, or nobody. */
  readonly source: 'configuration' | 'settings' | 'default';
  /** The configuration file that holds for the resource. */
  readonly configuration?: string;
}

export function askTargets(client: BaseLanguageClient, resource: Uri | undefined): Promise<TargetChoice> {
  return client.sendRequest<TargetChoice>('portolan/targets', { uri: resource?.toString() });
}
