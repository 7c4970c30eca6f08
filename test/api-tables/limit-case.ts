import type { Outcome, ScriptRoute } from '../../core/model';
import type { KnownArgument, KnownCall } from '../../core/targets';

/** Of a call, a limit and what is known of the arguments: whether the call keeps within the limit. */
export type LimitCase = readonly [ScriptRoute, api: string, id: string, Arguments, Outcome];

export interface Arguments {
  readonly positional?: readonly KnownArgument[];
  readonly keywords?: Readonly<Record<string, KnownArgument>>;
  /** `*args` or `**kwargs` may pass more. */
  readonly open?: true;
  readonly elements?: number;
}

export function call({ positional = [], keywords = {}, open, elements }: Arguments): KnownCall {
  return {
    argument: (name, position) =>
      keywords[name] ?? (position === undefined ? undefined : positional[position]) ?? (open ? undefined : 'absent'),
    elements,
  };
}

export const half: KnownArgument = { dtype: 'float16', rank: 4, lastDimension: 128 };
export const unknown: KnownArgument = {};
export const constant = (value: string | number | boolean | null): KnownArgument => ({ constant: value });
export const whole = (value: number): KnownArgument => ({ constant: value, kind: 'int' });
