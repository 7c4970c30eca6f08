import pico from 'picocolors';
import type { Host, Output } from '../host';

export type Colours = ReturnType<typeof pico.createColors>;

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
  return pico.createColors(enabled);
}
