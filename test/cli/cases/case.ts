import { clean, onnx, troubled } from '../models';
import type { World } from '../world';

/** One run of the program, and what must come of it, in memory and as a process alike. */
export interface Case extends World {
  readonly name: string;
  readonly code: 0 | 1 | 2;
  /** What the output holds. */
  readonly stdout?: readonly (string | RegExp)[];
  readonly stderr?: readonly (string | RegExp)[];
  /** What neither output holds. */
  readonly without?: readonly (string | RegExp)[];
  /** Paths of files that are written, with what they hold. */
  readonly writes?: Readonly<Record<string, string | RegExp>>;
}

export const models = { 'clean.onnx': onnx(clean), 'sub/troubled.onnx': onnx(troubled) };
export const both = { ...models, 'text.onnxtxt': troubled };
export const on = ['--target', 'sophgo-bm1684x'];
export const nothing = /^$/;
export const colour = /\u001b/;
