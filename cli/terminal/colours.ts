import type pico from 'picocolors';
import type { Host, Output } from '../host';

const formats = ['bold', 'dim', 'underline', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'gray'] as const;

/** How each format is written; where colours are off, as nothing at all. */
export type Colours = Readonly<
  Pick<ReturnType<typeof pico.createColors>, 'isColorSupported' | (typeof formats)[number]>
>;

/**
 * Whether `output` is written in colour: what the command line says; else FORCE_COLOR and NO_COLOR (no-color.org;
 * FORCE_COLOR wins, as in Node.js); else whether a person is looking.
 */
export function wantsColour(output: Output, env: Host['env'], option: boolean | undefined): boolean {
  if (option !== undefined) return option;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return output.isTerminal && env['TERM'] !== 'dumb';
}

export function colours(enabled: boolean): Colours {
  if (!enabled) return none;
  // Loaded where it is used: it asks at once whether this process writes to a terminal, which takes some milliseconds.
  const { createColors }: typeof pico = require('picocolors');
  return createColors(true);
}

const none: Colours = {
  isColorSupported: false,
  ...(Object.fromEntries(formats.map((format) => [format, String])) as Record<(typeof formats)[number], typeof String>),
};
