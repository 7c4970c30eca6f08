import { normal } from './model-uri';
import type { Session } from './session';

/** More models than this in one folder are a data set, not a project. */
const mostModels = 2000;
/** More scripts than this are looked at by the command line. */
const mostScripts = 2000;

/** The models and scripts of the workspace, listed once and kept up to date by the client's file watcher. */
export class WorkspaceModels {
  private listed: Promise<Set<string>> | undefined;

  constructor(private readonly session: Session) {}

  async all(): Promise<readonly string[]> {
    // Without a watcher nobody tells of new files.
    if (!this.session.client.watchesFiles) this.listed = undefined;
    this.listed ??= this.list();
    return [...(await this.listed)].sort();
  }

  async changed(uri: string, exists: boolean): Promise<void> {
    const models = await this.listed;
    if (exists) models?.add(normal(uri));
    else models?.delete(normal(uri));
  }

  async has(uri: string): Promise<boolean> {
    const { workspaceDiagnostics } = await this.session.editorSettings(undefined);
    return workspaceDiagnostics && ((await this.listed)?.has(normal(uri)) ?? false);
  }

  foldersChanged(): void {
    this.listed = undefined;
  }

  private async list(): Promise<Set<string>> {
    const found = new Set<string>();
    for (const { uri } of this.session.folders) {
      const files = this.session.files(uri);
      for (const model of (await files?.findModels(uri, mostModels)) ?? []) found.add(normal(model));
      for (const script of (await files?.findScripts(uri, mostScripts)) ?? []) found.add(normal(script));
    }
    return found;
  }
}
