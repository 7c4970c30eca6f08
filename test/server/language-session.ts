import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { parseModelText } from '../../core/onnx/text';
import { serverBundle } from './server-bundle';

/** What a client of LSP 3.18 announces, as VS Code does. */
export const modernClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    applyEdit: true,
    textDocumentContent: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  window: { workDoneProgress: true },
};

/** What an editor announces that knows nothing newer than LSP 3.16, as Neovim 0.7 does. */
export const plainClient: ClientCapabilities = {
  textDocument: { hover: { contentFormat: ['plaintext'] }, publishDiagnostics: {} },
};

/** A diagnostic with a plain message: the server sends no others. */
export type PlainDiagnostic = Diagnostic & { readonly message: string };

export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  /** The `portolan` section of the editor's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: unknown;
  /** The workspace's folder, where it is none of the disk. */
  readonly folder?: string;
  /** File name -> text of a model in ONNX's text syntax (for .onnx), any other text, or bytes. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** The language server in a process of its own, spoken to over stdio, with a folder of files. */
export class LanguageSession {
  readonly published = new Map<string, readonly PlainDiagnostic[]>();
  readonly refreshes = new Map<string, number>();
  readonly logged: string[] = [];
  readonly progress: { kind: string; title?: string }[] = [];
  readonly edits: unknown[] = [];
  /** Called when the server asks for the settings of a folder, as it does to begin with a file; it gets them after that. */
  onFolderSettingsAsked: () => Promise<void> | void = () => {};
  settings: Readonly<Record<string, unknown>>;

  private constructor(
    readonly connection: ProtocolConnection,
    readonly folder: string,
    readonly initialized: InitializeResult,
    private readonly exited: Promise<number | null>,
    settings: Readonly<Record<string, unknown>>,
  ) {
    this.settings = settings;
  }

  /** Ends with the test, which fails unless the server exits as the protocol says. */
  static async start(
    context: { after(hook: () => Promise<void>): unknown },
    options: SessionOptions = {},
  ): Promise<LanguageSession> {
    const { capabilities = modernClient, locale = 'en', settings = {}, files = {} } = options;
    const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'portolan-server-')));
    for (const [name, content] of Object.entries(files)) writeFile(folder, name, content);
    const child = spawn(process.execPath, [await serverBundle(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    let session: LanguageSession | undefined;
    listen(connection, () => session);
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      clientInfo: { name: 'test' },
      locale,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: options.folder ?? pathToFileURL(folder).href, name: 'test' }],
      capabilities,
      initializationOptions: options.initializationOptions,
    });
    session = new LanguageSession(connection, folder, initialized, exited, settings);
    await connection.sendNotification('initialized', {});
    const opened = session;
    context.after(async () => {
      const deadline = setTimeout(() => child.kill('SIGKILL'), patience);
      const code = await opened.stop().catch(() => undefined);
      clearTimeout(deadline);
      assert.equal(code, 0, 'the server did not end as the protocol says');
    });
    return session;
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  /** The text view's URI of a model. */
  view(name: string): string {
    return this.uri(name).replace(/^file:\/\//, 'portolan-onnx:');
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  async text(uri: string): Promise<string> {
    return (await this.request<{ text: string }>('workspace/textDocumentContent', { uri })).text;
  }

  /** Opens a document with the text that the server supplies for it, or with a text of one's own. */
  async open(uri: string, text?: string): Promise<string> {
    const content = text ?? (await this.text(uri));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: uri.endsWith('.py') ? 'python' : 'onnx-text', version: 1, text: content },
    });
    return content;
  }

  /** Opens a notebook that is one cell of code. */
  openCell(notebook: string, cell: string, text: string): Promise<void> {
    return this.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: [{ kind: 2, document: cell }],
      },
      cellTextDocuments: [{ uri: cell, languageId: 'python', version: 1, text }],
    });
  }

  /** Replaces the whole text of an open document. */
  change(uri: string, version: number, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async diagnostics(uri: string): Promise<readonly PlainDiagnostic[]> {
    const report = await this.request<{ items: PlainDiagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  write(name: string, content: string | Uint8Array): void {
    writeFile(this.folder, name, content);
  }

  /** Tells the server that files changed (2), were made (1) or are gone (3). */
  async touched(names: Readonly<Record<string, 1 | 2 | 3>>): Promise<void> {
    const changes = Object.entries(names).map(([name, type]) => ({ uri: this.uri(name), type }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  private async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await this.exited;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

/** Milliseconds after which what is waited for is taken to never come: a machine may be very busy. */
const patience = 120_000;

/** Waits until `condition` gives something. */
export async function eventually<T>(
  what: string,
  condition: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const start = performance.now();
  while (performance.now() - start < patience) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what}: waited in vain`);
}

function listen(connection: ProtocolConnection, session: () => LanguageSession | undefined): void {
  connection.onRequest('workspace/configuration', async ({ items }: { items: { scopeUri?: string }[] }) => {
    if (items.some(({ scopeUri }) => scopeUri !== undefined)) await session()?.onFolderSettingsAsked();
    return items.map(() => session()?.settings ?? null);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: unknown }) => {
    session()?.edits.push(edit);
    return { applied: true };
  });
  for (const method of [
    'workspace/diagnostic/refresh',
    'workspace/codeLens/refresh',
    'workspace/textDocumentContent/refresh',
  ]) {
    connection.onRequest(method, () => {
      const { refreshes } = session()!;
      refreshes.set(method, (refreshes.get(method) ?? 0) + 1);
      return null;
    });
  }
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: PlainDiagnostic[] }) => {
      session()?.published.set(uri, diagnostics);
    },
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    session()?.logged.push(message);
  });
  // Tokens are the server's: the protocol's own listeners are made for tokens known before.
  (connection as unknown as MessageConnection).onUnhandledProgress(({ value }) => {
    session()?.progress.push(value as { kind: string });
  });
}

function writeFile(folder: string, name: string, content: string | Uint8Array): void {
  const isModel = typeof content === 'string' && name.endsWith('.onnx');
  writeFileSync(path.join(folder, name), isModel ? modelBytes(content) : content);
}

/** The .onnx bytes of a model in ONNX's text syntax. */
export function modelBytes(text: string): Uint8Array {
  const { bytes, problems } = parseModelText(text);
  if (bytes === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return bytes;
}
