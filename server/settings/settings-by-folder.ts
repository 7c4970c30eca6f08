import type { ModelSettings } from './model-settings';

/** Milliseconds: clients tell of no file above the workspace's folders, and some of none at all. */
const holdsFor = 1000;

interface Found {
  readonly settings: Promise<ModelSettings>;
  readonly at: number;
}

/**
 * The settings of each folder, so that not every keystroke asks each folder above it for a configuration, nor a walk through
 * the workspace for each file. They are looked for again after a moment, and at once when a change is told.
 */
export class SettingsByFolder {
  #found = new Map<string, Found>();

  of(uri: string, find: () => Promise<ModelSettings>): Promise<ModelSettings> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1) || uri;
    const known = this.#found.get(folder);
    const now = performance.now();
    if (known !== undefined && now - known.at < holdsFor) return known.settings;
    const found = { settings: find(), at: now };
    this.#found.set(folder, found);
    found.settings.catch(() => {
      if (this.#found.get(folder) === found) this.#found.delete(folder);
    });
    return found.settings;
  }

  /** A configuration or a setting of the editor has changed. */
  forget(): void {
    this.#found = new Map();
  }
}
