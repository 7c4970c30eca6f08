import type { Localized } from '../core/model';
import { messages } from './messages';
import { normal } from './model-uri';
import { mostProjectFiles } from './scripts/workspace-project';
import type { Session } from './session';

/** More models than this in one folder are a data set, not a project. */
const mostModels = 2000;
/** More scripts than this are looked at by the command line: as many see each other. */
const mostScripts = mostProjectFiles;

/** The models and scripts of the workspace, listed once and kept up to date by the client's file watcher. */
export class WorkspaceListing {
  private listed: Promise<Set<string>> | undefined;

  constructor(private readonly session: Session) {}

  async all(): Promise<readonly string[]> {
    // Without a watcher nobody tells of new files.
    if (!this.session.client.watchesFiles) this.listed = undefined;
    this.listed ??= this.list();
    return [...(await this.listed)].sort();
  }

  /** A file has come to be listed, or is not any more. */
  async changed(uri: string, isListed: boolean): Promise<void> {
    const listed = await this.listed;
    if (isListed) listed?.add(normal(uri));
    else listed?.delete(normal(uri));
  }

  /** Those that are listed, without listing anything. */
  async known(): Promise<readonly string[]> {
    return [...((await this.listed) ?? [])];
  }

  /** The models and scripts that a folder has now. */
  async below(folder: string): Promise<readonly string[]> {
    const files = this.session.files(folder);
    // One more says that there are more.
    const models = (await files?.findModels(folder, mostModels + 1)) ?? [];
    const scripts = (await files?.findScripts(folder, mostScripts + 1)) ?? [];
    if (models.length > mostModels) this.tell(messages.tooManyModels(mostModels));
    if (scripts.length > mostScripts) this.tell(messages.tooManyScripts(mostScripts));
    return [...new Set([...models.slice(0, mostModels), ...scripts.slice(0, mostScripts)].map(normal))];
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
      for (const file of await this.below(uri)) found.add(file);
    }
    return found;
  }

  private tell(text: Localized): void {
    this.session.connection.console.info(this.session.say(text));
  }
}
