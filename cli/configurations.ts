import { posix } from 'node:path';
import { findConfiguration, mergeSettings, type Settings, type SettingsLayer } from '../core/lint';
import type { Configuration } from '../core/lint/configuration';
import type { Localized, Problem } from '../core/model';
import { absolute, shown } from './files/paths';
import { linesOf } from './reporters/lines';
import type { Session } from './session';
import { UsageError } from './usage-error';

/** The settings of each model: those of its configuration, under those of the command line. */
export class Configurations {
  readonly #read = new Map<string, Settings>();
  /** The configuration that holds in a folder, of those that were asked for. */
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #session: Session;
  readonly #commandLine: SettingsLayer;

  constructor(session: Session, commandLine: SettingsLayer) {
    this.#session = session;
    this.#commandLine = commandLine;
  }

  /** @throws UsageError where the configuration is wrong: half of one could hide what the other half was to find. */
  async settingsFor(path: string): Promise<Settings> {
    const { host } = this.#session;
    const named = this.#session.value('config');
    const found = named === undefined ? await this.#find(path) : absolute(host.cwd, named);
    const key = found ?? '';
    let settings = this.#read.get(key);
    if (settings === undefined) {
      const layer = found === undefined ? {} : (await this.#load(found)).settings;
      settings = mergeSettings(layer, this.#commandLine);
      this.#read.set(key, settings);
    }
    return settings;
  }

  /** All settings that were asked for. */
  get used(): readonly Settings[] {
    return [...this.#read.values()];
  }

  async #find(path: string): Promise<string | undefined> {
    const folder = posix.dirname(path);
    if (!this.#byFolder.has(folder)) {
      this.#byFolder.set(folder, await findConfiguration(this.#session.host.fs, path));
    }
    return this.#byFolder.get(folder);
  }

  async #load(path: string): Promise<Configuration> {
    const { host } = this.#session;
    const name = shown(host.cwd, path);
    const text = host.fs.readText(path);
    if (text === undefined) throw new UsageError({ en: `${name}: no such file`, zh: `${name}：文件不存在` });
    // The reader of configurations is loaded where there is one.
    const { readConfiguration } = await import('../core/lint/configuration');
    const configuration = readConfiguration(text, path);
    if (configuration.problems.length > 0) throw new UsageError(located(name, text, configuration.problems));
    return configuration;
  }
}

/** `portolan.config.json:3:5: …`, a line for each problem. */
export function located(name: string, text: string, problems: readonly Problem[]): Localized {
  const lines = linesOf(text);
  const line = (problem: Problem, message: string) => {
    const place = problem.span && lines(problem.span.start);
    return `${name}${place === undefined ? '' : `:${place.line}:${place.column}`}: ${message}`;
  };
  return {
    en: problems.map((problem) => line(problem, problem.message.en)).join('\n'),
    zh: problems.map((problem) => line(problem, problem.message.zh)).join('\n'),
  };
}
