import type { Option } from './option';

export type Token =
  | { readonly kind: 'operand'; readonly value: string }
  | {
      readonly kind: 'option';
      /** Without its dashes; of a letter, that of the option that it is short for. */
      readonly name: string;
      readonly rawName: string;
      readonly value: string | undefined;
    };

/**
 * What `argv` is made of, by POSIX and GNU: `--name value`, `--name=value`, `-n value`, `-nvalue`, several letters behind one
 * dash, and operands alone behind `--`. That of a program's start: `parseArgs` of node:util, which the tests compare it with,
 * takes 1.5 ms to load.
 */
export function tokensOf(argv: readonly string[], options: readonly Option[]): Token[] {
  const tokens: Token[] = [];
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--') return [...tokens, ...rest.map((value): Token => ({ kind: 'operand', value }))];
    if (argument === '-' || !argument.startsWith('-')) tokens.push({ kind: 'operand', value: argument });
    else if (argument.startsWith('--')) tokens.push(longOption(argument, rest, options));
    else tokens.push(...letters(argument, rest, options));
  }
  return tokens;
}

function longOption(argument: string, rest: string[], options: readonly Option[]): Token {
  const equals = argument.indexOf('=', 3);
  const rawName = equals < 0 ? argument : argument.slice(0, equals);
  const name = rawName.slice(2);
  const option = options.find((one) => one.name === name || one.alias === name);
  const value = equals >= 0 ? argument.slice(equals + 1) : takesValue(option) ? rest.shift() : undefined;
  return { kind: 'option', name, rawName, value };
}

/** The first one that takes a value takes what is left of the argument, or the next one. */
function letters(argument: string, rest: string[], options: readonly Option[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 1; at < argument.length; at += 1) {
    const letter = argument.charAt(at);
    const option = options.find(({ short }) => short === letter);
    const token = { kind: 'option', name: option?.name ?? letter, rawName: `-${letter}` } as const;
    if (takesValue(option)) return [...tokens, { ...token, value: argument.slice(at + 1) || rest.shift() }];
    tokens.push({ ...token, value: undefined });
  }
  return tokens;
}

/** A value that is implied is only given with `=`. */
function takesValue(option: Option | undefined): boolean {
  return option?.value !== undefined && option.implied === undefined;
}
