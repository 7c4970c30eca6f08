import type { SettingFact, TextSpan } from '../../model';
import { onlyValue } from '../names/look-up';
import type { Scope } from '../names/scope';
import type { Call, Dictionary, Expression, StringLiteral } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { factOf } from '../values/value';
import { placed, type Surroundings } from './surroundings';

/** Keys that nothing but DeepSpeed's configurations have. */
const own = new Set(['zero_optimization', 'train_micro_batch_size_per_gpu', 'zero_allow_untested_optimizer']);
/** Keys of which they have one more. */
const usual = new Set([
  ...own,
  ...['train_batch_size', 'gradient_accumulation_steps', 'steps_per_print', 'gradient_clipping'],
  ...['optimizer', 'scheduler', 'bf16', 'fp16', 'amp', 'wall_clock_breakdown'],
]);

/** Dictionaries that are kept in names are followed to here, and no more entries are looked at. */
const deepest = 6;
const mostEntries = 500;

/** The settings of dictionaries that are configurations of DeepSpeed: what `deepspeed.initialize(config=...)` takes. */
export class DeepSpeedSettings {
  readonly facts: SettingFact[] = [];
  /** Whether the script speaks of such settings at all. */
  private readonly isAbout: boolean;
  /** Of the entries of the dictionary that is looked at. */
  private left = 0;
  /** Keys that are changed after the dictionary: what its entries say may not be what holds. */
  private counts: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly text: string,
  ) {
    this.isAbout = [...own].some((key) => text.includes(key));
  }

  dictionary(node: Dictionary, around: Surroundings): void {
    if (!this.isAbout || !isConfiguration(node)) return;
    this.left = mostEntries;
    for (const setting of this.settingsOf(node, [], around.scope, 0)) {
      this.add(setting, node, !setting.keys.some((key) => this.changes(key) > 0), around);
    }
  }

  /** `config.update({"optimizer": {...}})`, where the name is bound to a configuration. */
  update({ callee, arguments: given }: Call, around: Surroundings): void {
    if (!this.isAbout || callee.kind !== 'Attribute' || callee.name.id !== 'update') return;
    const [entries, more] = given;
    const changed = this.changed(callee.object, around.scope);
    if (changed === undefined || more !== undefined || entries?.value.kind !== 'Dictionary') return;
    if (isConfiguration(entries.value)) return;
    this.left = mostEntries;
    for (const setting of this.settingsOf(entries.value, changed.keys, around.scope, 0))
      this.change(setting, changed, around);
  }

  /** `config["optimizer"]["type"] = "Adam"`. */
  assigned(target: Expression, value: Expression, around: Surroundings): void {
    if (!this.isAbout || target.kind !== 'Subscript') return;
    const changed = this.changed(target, around.scope);
    const [key] = target.indices;
    if (changed === undefined || key?.kind !== 'String') return;
    this.left = mostEntries;
    const inner = dictionaryOf(value, around.scope);
    const settings =
      inner === undefined
        ? [{ keys: changed.keys, key, value }]
        : this.settingsOf(inner, changed.keys, around.scope, 1);
    for (const setting of settings) this.change(setting, changed, around);
  }

  /** What is changed once holds, whatever was there before; in a branch that an option may choose, it is not known. */
  private change(setting: Written, { config }: Changed, around: Surroundings): void {
    const isOnce = setting.keys.every((key) => this.changes(key) <= 1);
    const isDeeper = around.statement.indentation.length > indentationAt(config.start, this.text);
    this.add(setting, config, isOnce && !isDeeper, around);
  }

  private add({ keys, key, value }: Written, config: TextSpan, isSaid: boolean, around: Surroundings): void {
    const constant = isSaid ? constantOf(value, around.scope, this.evaluator) : undefined;
    const span = { start: Math.min(key.start, value.start), end: Math.max(key.end, value.end) };
    const keySpan = { start: key.start, end: key.end };
    const valueSpan = { start: value.start, end: value.end };
    const configSpan = { start: config.start, end: config.end };
    this.facts.push(placed(span, around, { keys, keySpan, value: constant, valueSpan, config: configSpan }));
  }

  /** The configuration that a name is bound to, and which part of it is meant: `config["zero_optimization"]`. */
  private changed(node: Expression, scope: Scope): Changed | undefined {
    if (node.kind === 'Name') {
      const config = dictionaryOf(node, scope);
      return config && isConfiguration(config) ? { config, keys: [] } : undefined;
    }
    if (node.kind !== 'Subscript') return undefined;
    const [key, more] = node.indices;
    if (key?.kind !== 'String' || key.value === undefined || more !== undefined) return undefined;
    const outer = this.changed(node.object, scope);
    return outer && { config: outer.config, keys: [...outer.keys, key.value] };
  }

  private settingsOf(node: Dictionary, above: readonly string[], scope: Scope, depth: number): Written[] {
    const settings: Written[] = [];
    for (const { key, value } of node.entries) {
      this.left -= 1;
      if (this.left < 0) break;
      if (key?.kind !== 'String' || key.value === undefined) continue;
      const keys = [...above, key.value];
      const inner = depth < deepest ? dictionaryOf(value, scope) : undefined;
      if (inner !== undefined) settings.push(...this.settingsOf(inner, keys, scope, depth + 1));
      else settings.push({ keys, key, value });
    }
    return settings;
  }

  /** How often the text assigns to a key, or gives it to `update`. */
  private changes(key: string): number {
    this.counts ??= changedKeys(this.text);
    return this.counts.get(key) ?? 0;
  }
}

/** `config["key"] = ...`, `config.update({"key": ...})`; of what stands below a key that is updated, too. */
function changedKeys(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [, , key] of text.matchAll(/\[\s*(["'])(\w+)\1\s*\]\s*=(?!=)/g)) count(key!);
  for (const { index } of text.matchAll(/\.update\(/g)) {
    const given = /^[^()]*(?:\([^()]*\)[^()]*)*/.exec(text.slice(index + '.update('.length, index + longestUpdate))![0];
    for (const [, , key] of given.matchAll(/(["'])(\w+)\1\s*:/g)) count(key!);
  }
  return counts;
}

function indentationAt(offset: number, text: string): number {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0].length;
}

/** Keys that stand further behind `update(` are not counted. */
const longestUpdate = 3000;

/** Keys that only DeepSpeed's configurations have, and more of their usual ones. */
function isConfiguration({ entries }: Dictionary): boolean {
  const keys = entries.flatMap(({ key }) => (key?.kind === 'String' && key.value !== undefined ? [key.value] : []));
  const known = keys.filter((key) => usual.has(key));
  return known.length >= 2 && known.some((key) => own.has(key));
}

interface Changed {
  readonly config: Dictionary;
  readonly keys: readonly string[];
}

interface Written {
  readonly keys: readonly string[];
  readonly key: StringLiteral;
  readonly value: Expression;
}

/** A dictionary as it is written, or the one that a name is bound to. */
function dictionaryOf(node: Expression, scope: Scope): Dictionary | undefined {
  const value = node.kind === 'Name' ? onlyValue(node, scope) : node;
  return value?.kind === 'Dictionary' ? value : undefined;
}

function constantOf(node: Expression, scope: Scope, evaluator: Evaluator): SettingFact['value'] {
  if (node.kind === 'Constant') return node.value;
  if (node.kind === 'Number' || node.kind === 'String') return node.value;
  return factOf(evaluator.value(node, scope)).constant;
}
