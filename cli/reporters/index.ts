import type { Format } from '../arguments/options';
import type { Reporter } from './reporter';

/** Each format's reporter is loaded when it is asked for. */
export const reporters: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import('./text')).textReporter,
  json: async () => (await import('./json')).jsonReporter,
  sarif: async () => (await import('./sarif')).sarifReporter,
  github: async () => (await import('./github')).githubReporter,
  markdown: async () => (await import('./markdown')).markdownReporter,
};
