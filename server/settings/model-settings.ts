import { URI } from 'vscode-uri';
import type { ServingLoad } from '../../core/estimate-report';
import { findConfiguration, mergeSettings, type Settings, type SettingsLayer } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import type { Problem } from '../../core/model';
import type { Files } from '../host/files';
import type { EditorSettings } from './editor-settings';

/** How a model is linted, and who says so. */
export interface ModelSettings {
  readonly settings: Settings;
  readonly targetsFrom: 'configuration' | 'settings' | 'default';
  /** The configuration file that holds for the model, as a URI. */
  readonly configuration: string | undefined;
  readonly configurationText: string | undefined;
  /** What a language model is to serve. */
  readonly load: ServingLoad;
  /** What is wrong with the configuration. */
  readonly problems: readonly Problem[];
  /** Equal where two models are linted in the same way. */
  readonly key: string;
}

/** The editor's settings under those of the nearest configuration file: what a project has agreed on goes first. */
export async function modelSettings(uri: string, files: Files, editor: EditorSettings): Promise<ModelSettings> {
  const path = pathOf(uri);
  const configurationPath = await findConfiguration(files.workspace, path);
  const bytes = configurationPath === undefined ? undefined : await files.workspace.read(configurationPath);
  const text = bytes && new TextDecoder().decode(bytes);
  const { settings: layer, problems } =
    configurationPath === undefined || text === undefined
      ? { settings: {} as SettingsLayer, problems: [] }
      : readConfiguration(text, configurationPath);
  return {
    settings: mergeSettings(editor.layer, layer),
    targetsFrom: layer.targets ? 'configuration' : editor.layer.targets ? 'settings' : 'default',
    configuration: configurationPath && withPath(uri, configurationPath),
    configurationText: text,
    problems,
    load: editor.load,
    key: JSON.stringify([configurationPath, text, editor.layer, editor.load], mapsAsEntries),
  };
}

/** The path by which the workspace of the URI's file system knows it. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('\\', '/') : parsed.path;
}

/** The URI of another file of the same file system. */
export function withPath(uri: string, path: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file'
    ? URI.file(path).toString()
    : parsed.with({ path, query: '', fragment: '' }).toString();
}

function mapsAsEntries(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
