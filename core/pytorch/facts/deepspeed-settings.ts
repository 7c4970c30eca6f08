import type { SettingFact } from '../../model';
import { lookUp } from '../names/look-up';
import type { Scope } from '../names/scope';
import type { Dictionary, Expression, StringLiteral } from '../syntax/nodes';
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
  /** Keys that are assigned by `config["key"] = ...`: what their entries say may not be what holds. */
  private assigned: ReadonlySet<string> | undefined;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly text: string,
  ) {
    this.isAbout = [...own].some((key) => text.includes(key));
  }

  dictionary(node: Dictionary, around: Surroundings): void {
    if (!this.isAbout) return;
    const keys = node.entries.map(({ key }) => (key?.kind === 'String' ? key.value : undefined));
    const known = keys.filter((key) => key !== undefined && usual.has(key));
    if (known.length < 2 || !known.some((key) => own.has(key!))) return;
    const config = { start: node.start, end: node.end };
    this.left = mostEntries;
    const settings = this.settingsOf(node, [], around.scope, 0);
    for (const { keys, key, value } of settings) {
      const isSaid = !keys.some((one) => this.isAssigned(one));
      const constant = isSaid ? constantOf(value, around.scope, this.evaluator) : undefined;
      const span = { start: key.start, end: value.end };
      const keySpan = { start: key.start, end: key.end };
      const valueSpan = { start: value.start, end: value.end };
      this.facts.push(placed(span, around, { keys, keySpan, value: constant, valueSpan, config }));
    }
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

  private isAssigned(key: string): boolean {
    this.assigned ??= new Set(
      [...this.text.matchAll(/\[\s*(["'])(\w+)\1\s*\]\s*=(?!=)/g)].map(([, , assigned]) => assigned!),
    );
    return this.assigned.has(key);
  }
}

interface Written {
  readonly keys: readonly string[];
  readonly key: StringLiteral;
  readonly value: Expression;
}

/** A dictionary as it is written, or the one that a name is bound to. */
function dictionaryOf(node: Expression, scope: Scope): Dictionary | undefined {
  if (node.kind === 'Dictionary') return node;
  if (node.kind !== 'Name') return undefined;
  const [binding, other] = lookUp(node.id, scope, node.start)?.bindings ?? [];
  const value = other === undefined && binding?.what.kind === 'value' ? binding.what.value : undefined;
  return value?.kind === 'Dictionary' ? value : undefined;
}

function constantOf(node: Expression, scope: Scope, evaluator: Evaluator): SettingFact['value'] {
  if (node.kind === 'Constant') return node.value;
  if (node.kind === 'Number' || node.kind === 'String') return node.value;
  return factOf(evaluator.value(node, scope)).constant;
}
