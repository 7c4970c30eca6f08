import type { ServingLoad } from '../../core/estimate-report';
import {
  routes as allRoutes,
  isSize,
  type Level,
  levels,
  precisions,
  type SettingsLayer,
  shimNames,
} from '../../core/lint';
import { type Language, languageOf, type Precision, type ShimName } from '../../core/model';
import { isRecord } from '../client-profile';
import { servingLoad } from './serving-load';

/** What the editor's `portolan` section says. */
export interface EditorSettings {
  readonly layer: SettingsLayer;
  /** Undefined: that of the editor. */
  readonly language: Language | undefined;
  readonly workspaceDiagnostics: boolean;
  readonly codeLens: boolean;
  readonly load: ServingLoad;
}

/** Reads the section as a client sent it; what is not as it should be counts as not said. */
export function editorSettings(section: unknown): EditorSettings {
  const given = isRecord(section) ? section : {};
  const targets = strings(given['targets']);
  const routes = allRoutes.filter((route) => strings(given['routes']).includes(route));
  const shim = shimNames.find((each) => each === given['shim']);
  const torch = given['torch'];
  const precision = precisions.find((each) => each === given['precision']);
  return {
    layer: {
      ...(targets.length > 0 ? { targets } : {}),
      ...(routes.length > 0 ? { routes } : {}),
      ...(precision !== undefined ? { precision: new Map<string, Precision>([['*', precision]]) } : {}),
      dimensions: dimensionsOf(given['dimensions']),
      ...(shim !== undefined ? { shims: new Map<string, ShimName>([['*', shim]]) } : {}),
      ...(typeof torch === 'string' && /^\d+\.\d+$/.test(torch) ? { torch } : {}),
      levels: levelsOf(given['rules']),
    },
    language: languageSetting(given['language']),
    workspaceDiagnostics: given['workspaceDiagnostics'] !== false,
    codeLens: given['codeLens'] !== false,
    load: servingLoad(given['estimate']),
  };
}

function languageSetting(value: unknown): Language | undefined {
  return typeof value === 'string' && value !== 'auto' ? languageOf(value) : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function dimensionsOf(value: unknown): Map<string, number> {
  const entries = Object.entries(isRecord(value) ? value : {});
  return new Map(entries.filter((entry): entry is [string, number] => isSize(entry[1])));
}

function levelsOf(value: unknown): Map<string, Level> {
  const result = new Map<string, Level>();
  for (const [rule, wanted] of Object.entries(isRecord(value) ? value : {})) {
    const level = levels.find((each) => each === wanted);
    if (level !== undefined) result.set(rule, level);
  }
  return result;
}
