import { parseArgs } from 'node:util';
import { nearest } from '../../core/model';
import { UsageError } from '../usage-error';
import type { Given, Option } from './option';

/** Reads `argv` by the command's table of options. @throws UsageError */
export function parse(argv: readonly string[], options: readonly Option[]): Given {
  const switches = new Map<string, boolean>();
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const operands: string[] = [];

  for (const token of tokens(argv, options)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { option, negated } = find(token.name, token.rawName, options);
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UsageError(takesNoValue(token.rawName));
      switches.set(option.name, !negated);
      continue;
    }
    const written = token.value ?? option.implied;
    if (written === undefined) throw new UsageError(needsValue(token.rawName, option));
    const given = option.list === 'commas' ? written.split(',').filter((part) => part !== '') : [written];
    for (const value of given) if (option.choices) mustBeOneOf(value, option.choices, token.rawName);
    if (option.list) lists.set(option.name, [...(lists.get(option.name) ?? []), ...given]);
    else values.set(option.name, written);
  }
  return { switches, values, lists, operands };
}

function tokens(argv: readonly string[], options: readonly Option[]) {
  const config: Record<string, { type: 'string' | 'boolean'; short?: string }> = {};
  for (const option of options) {
    const type = option.value === undefined || option.implied !== undefined ? 'boolean' : 'string';
    config[option.name] = option.short === undefined ? { type } : { type, short: option.short };
    if (option.alias !== undefined) config[option.alias] = { type };
  }
  // Not strict: its messages are in English only. What it would refuse is refused by `parse`.
  return parseArgs({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function find(name: string, written: string, options: readonly Option[]): { option: Option; negated: boolean } {
  const byName = (wanted: string) => options.find((one) => one.name === wanted || one.alias === wanted);
  const option = byName(name);
  if (option !== undefined) return { option, negated: false };
  const positive = name.startsWith('no-') ? byName(name.slice(3)) : undefined;
  if (positive?.negatable) return { option: positive, negated: true };
  const names = options.flatMap((one) => (one.negatable ? [`--${one.name}`, `--no-${one.name}`] : [`--${one.name}`]));
  const guess = nearest(written, names);
  throw new UsageError({
    en: `unknown option ${written}${guess === undefined ? '' : `; did you mean ${guess}?`}`,
    zh: `未知选项 ${written}${guess === undefined ? '' : `；是否想用 ${guess}？`}`,
  });
}

/** @throws UsageError */
export function mustBeOneOf(value: string, choices: readonly string[], what: string): void {
  if (choices.includes(value)) return;
  const guess = nearest(value, choices);
  throw new UsageError({
    en: `${what}: unknown value "${value}"${guess === undefined ? '' : `; did you mean ${guess}?`} (one of: ${choices.join(', ')})`,
    zh: `${what}：未知的值“${value}”${guess === undefined ? '' : `；是否想用 ${guess}？`}（可选：${choices.join('、')}）`,
  });
}

function takesNoValue(written: string) {
  return { en: `${written} takes no value`, zh: `${written} 不接受值` };
}

function needsValue(written: string, { value }: Option) {
  return { en: `${written} needs a value: ${written} ${value}`, zh: `${written} 需要一个值：${written} ${value}` };
}
