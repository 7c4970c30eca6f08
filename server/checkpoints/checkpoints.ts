import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import {
  type BesideConfiguration,
  type CheckpointFolder,
  isModelConfiguration,
  longestConfiguration,
  readBeside,
} from '../../core/llm';
import type { ByteSource, Language } from '../../core/model';
import { type Files, FileTooLarge } from '../host/files';
import { normal } from '../model-uri';
import { type ModelSettings, pathOf, withPath } from '../settings/model-settings';
import { analyseCheckpoint, type CheckpointAnalysis } from './checkpoint-analysis';
import { isConfigurationName } from './configuration-uri';

/** Analyses of configurations that are kept: a few milliseconds each, but asked for by lens, hints and hover at once. */
const mostKept = 32;

/** What the configurations need of the session. */
export interface CheckpointHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly language: Language;
  files(uri: string): Files | undefined;
  settingsOf(uri: string): Promise<ModelSettings | undefined>;
}

/** The models' configurations that were asked for, and what lies beside them. */
export class Checkpoints {
  private readonly kept = new Map<string, CheckpointAnalysis>();
  /** By folder: the state of its files, and what their headers say. */
  private readonly beside = new Map<string, { readonly key: string; readonly found: Promise<BesideConfiguration> }>();

  constructor(private readonly host: CheckpointHost) {}

  /** Undefined where the URI is of no model's configuration. */
  async of(given: string): Promise<CheckpointAnalysis | undefined> {
    const uri = normal(given);
    const files = isConfigurationName(uri) ? this.host.files(uri) : undefined;
    const text = files === undefined ? undefined : await this.textOf(uri, files);
    if (files === undefined || text === undefined || !isModelConfiguration(text)) return undefined;
    const settings = await this.host.settingsOf(uri);
    if (settings === undefined) return undefined;
    const { key, found } = await this.besideOf(uri, files);
    const version = JSON.stringify([text, settings.key, this.host.language, key]);
    const known = this.kept.get(uri);
    if (known?.version === version) return known;
    const made = analyseCheckpoint({ uri, version, text, settings, path: pathOf(uri) }, await found);
    this.kept.delete(uri);
    this.kept.set(uri, made);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return made;
  }

  /** The editor's text where the file is open in it. */
  private async textOf(uri: string, files: Files): Promise<string | undefined> {
    const open = this.host.documents.all().find((document) => normal(document.uri) === uri);
    if (open !== undefined) return open.getText();
    const version = await files.version(uri);
    if (version === undefined || version.size > longestConfiguration) return undefined;
    const bytes = await files.workspace.read(pathOf(uri));
    return bytes && new TextDecoder().decode(bytes);
  }

  private async besideOf(uri: string, files: Files): Promise<{ key: string; found: Promise<BesideConfiguration> }> {
    const { path } = URI.parse(uri);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const names = await files.workspace.list(pathOf(withPath(uri, folder)));
    const wanted = names.filter((name) => /\.safetensors(\.index\.json)?$|^quant_model_description/.test(name)).sort();
    const at = (name: string) => withPath(uri, `${folder}/${name}`);
    const states = await Promise.all(wanted.slice(0, 300).map((name) => files.version(at(name))));
    const key = JSON.stringify([wanted, states.map((state) => [state?.size, state?.mtime])]);
    const known = this.beside.get(folder);
    if (known?.key === key) return known;
    const found = wanted.length === 0 ? Promise.resolve({}) : readBeside(folderOf(wanted, at, files));
    const made = { key, found };
    this.beside.set(folder, made);
    return made;
  }
}

function folderOf(names: readonly string[], at: (name: string) => string, files: Files): CheckpointFolder {
  const withSource = async <T>(name: string, use: (source: ByteSource) => T): Promise<T | undefined> => {
    try {
      const file = await files.open(at(name));
      if (file === undefined) return undefined;
      try {
        return use(file.source);
      } finally {
        file.close();
      }
    } catch (error) {
      // A client that hands over whole files only cannot hand over these.
      if (error instanceof FileTooLarge) return undefined;
      throw error;
    }
  };
  return {
    list: async () => names,
    readText: (name, most) =>
      withSource(name, (source) =>
        source.size > most ? undefined : new TextDecoder().decode(source.read(0, source.size)),
      ),
    withSource,
  };
}
