import { CancellationTokenSource, type Diagnostic, type NotebookDocument } from 'vscode-languageserver';
import { breathe, Cancelled } from './analysis/job';
import { isConfigurationName } from './checkpoints/configuration-uri';
import { diagnosticsOf } from './diagnostics';
import { messages } from './messages';
import { modelOf, normal } from './model-uri';
import { Progress } from './progress';
import type { ScriptAnalysis } from './scripts/script-analysis';
import { scriptDiagnostics } from './scripts/script-diagnostics';
import type { Session } from './session';
import { pathOf } from './settings/model-settings';
import { workspaceDiagnostics } from './workspace-diagnostics';
import type { WorkspaceListing } from './workspace-listing';

/** Milliseconds after which a change is looked at from other files. */
const pauseOfTyping = 250;

/** Sends diagnostics to clients that do not ask for them: of open documents, and of every model and script of the workspace. */
export class PushDiagnostics {
  private readonly sent = new Set<string>();
  /** How often a script was to be looked at: an older question is not answered any more. */
  private readonly changes = new Map<string, number>();
  /** How often a document was opened or changed: work that can wait does not go on after it. A walk through all is none. */
  private asked = 0;
  /** Scripts that have changed since their importers were looked at. */
  private readonly touched = new Set<string>();
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** By file of the workspace: the id of what was told of it last. */
  private readonly told = new Map<string, string>();
  private walk = new CancellationTokenSource();

  constructor(
    private readonly session: Session,
    private readonly listing: WorkspaceListing,
  ) {}

  /** Of a document, or of all cells of a notebook. Of changes that follow each other only the last is looked at. */
  async document(uri: string): Promise<void> {
    this.asked += 1;
    await this.one(uri);
    const script = this.session.scripts.scriptOf(uri);
    if (script !== undefined) this.importersSoon(script);
  }

  private async one(uri: string): Promise<void> {
    const script = this.session.scripts.scriptOf(uri);
    if (script !== undefined) return this.script(script);
    const found = await diagnosticsOf(this.session, uri, undefined);
    if (found !== undefined) await this.send(uri, found.items);
    else await this.gone(uri);
  }

  /** A document was closed: a model of the workspace keeps its diagnostics. */
  async closed(uri: string): Promise<void> {
    if (modelOf(uri) === normal(uri) || isConfigurationName(uri)) return;
    if (await this.listing.has(uri)) await this.document(uri);
    else await this.send(uri, []);
  }

  async closedNotebook({ cells }: NotebookDocument): Promise<void> {
    for (const { document } of cells) await this.send(document, []);
  }

  private async script(uri: string): Promise<void> {
    const change = (this.changes.get(uri) ?? 0) + 1;
    this.changes.set(uri, change);
    // What has been typed meanwhile comes in first.
    await breathe();
    if (this.changes.get(uri) !== change) return;
    const script = await this.session.scripts.analysis(uri);
    if (this.changes.get(uri) !== change) return;
    if (script === undefined) await this.gone(uri);
    else await this.sendScript(script);
  }

  /** A file that was deleted keeps no diagnostics; one that nothing was told of needs none taken back. */
  private async gone(uri: string): Promise<void> {
    if (this.sent.has(uri)) await this.send(uri, []);
  }

  private async sendScript(script: ScriptAnalysis): Promise<void> {
    const { language, client } = this.session;
    const found = scriptDiagnostics(script, { language, linksRules: client.showsServerDocuments });
    for (const [document, items] of found) await this.send(document, items);
  }

  /** Files that import this one, open ones first, when nobody types for a while. */
  private importersSoon(uri: string): void {
    this.touched.add(uri);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      void this.importers().catch(() => undefined);
    }, pauseOfTyping);
  }

  /** One after the other, until something is typed: then they wait for the next pause. */
  private async importers(): Promise<void> {
    const { documents, scripts } = this.session;
    const { asked } = this;
    const paths = new Set<string>();
    for (const uri of this.touched) for (const path of await scripts.project.importersOf(uri)) paths.add(path);
    for (const { uri } of documents.all()) {
      if (!paths.has(pathOf(uri))) continue;
      await breathe();
      if (this.asked !== asked) return;
      const script = await scripts.analysis(uri);
      if (script !== undefined) await this.sendScript(script);
    }
    if (this.asked !== asked) return;
    this.touched.clear();
    if (paths.size > 0) await this.workspace();
  }

  /** Everything that is not as it was told. A second call ends the walk of the first. */
  async all(): Promise<void> {
    for (const uri of this.opened()) await this.one(uri);
    await this.workspace();
  }

  private async workspace(): Promise<void> {
    this.walk.cancel();
    const { token } = (this.walk = new CancellationTokenSource());
    const { session, told } = this;
    let progress: Progress | undefined;
    try {
      await workspaceDiagnostics(session, this.listing, told, {
        token,
        report: (report) => {
          if (report.kind === 'full') this.ofWalk(report.uri, report.resultId, report.items).catch(() => undefined);
        },
        progress: (done, all) => {
          progress ??= new Progress(
            session.connection,
            session.say(messages.checkingWorkspace),
            session.client.showsProgress,
          );
          progress.report(done / all, `${done + 1}/${all}`);
        },
      });
    } catch (error) {
      if (error instanceof Cancelled) return;
      throw error;
    } finally {
      progress?.end();
    }
    // As they are now: files have been made, and documents opened, during the walk.
    const { workspaceDiagnostics: wanted } = await session.editorSettings(undefined);
    const inWorkspace = wanted ? await this.listing.all() : [];
    const known = new Set([...inWorkspace, ...this.shown().map(normal)]);
    for (const uri of [...this.sent]) if (!known.has(normal(uri))) await this.send(uri, []);
  }

  /** What a walk found; of a document that is open, what is in the editor counts. */
  private async ofWalk(uri: string, resultId: string | undefined, items: readonly Diagnostic[]): Promise<void> {
    if (resultId !== undefined) this.told.set(uri, resultId);
    const isShown = this.shown().some((one) => normal(one) === uri);
    if (!isShown && (items.length > 0 || this.sent.has(uri))) await this.send(uri, items);
  }

  /** Documents and notebooks that are open. */
  private opened(): string[] {
    const { scripts } = this.session;
    return [...new Set(this.shown().map((uri) => scripts.scriptOf(uri) ?? uri))];
  }

  /** Documents that are open, the cells of notebooks among them. */
  private shown(): string[] {
    const { documents, notebooks } = this.session;
    return [...documents.all(), ...notebooks.cellTextDocuments.all()].map(({ uri }) => uri);
  }

  private async send(uri: string, diagnostics: readonly Diagnostic[]): Promise<void> {
    if (diagnostics.length === 0) this.sent.delete(uri);
    else this.sent.add(uri);
    await this.session.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}
