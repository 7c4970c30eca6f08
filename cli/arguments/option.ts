import type { Localized } from '../../core/model';

/** One option of a command, as the parser and the help see it. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** Another name that means the same; the help does not list it. */
  readonly alias?: string;
  /** What the option takes, as the help shows it; a switch has none. */
  readonly value?: string;
  /** What the option means without a value, which it then takes from `--name=value` alone. */
  readonly implied?: string;
  /** What the value must be one of. */
  readonly choices?: readonly string[];
  /** It may be given several times; `commas`: and a value may hold several, separated by commas. */
  readonly list?: 'repeated' | 'commas';
  /** `--no-name` is there too. */
  readonly negatable?: true;
  readonly text: Localized;
}

/** What was given: lists always as arrays, switches as booleans, absent options not at all. */
export interface Given {
  readonly switches: ReadonlyMap<string, boolean>;
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}
