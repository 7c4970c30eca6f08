import { type Node, parseTree } from 'jsonc-parser';
import { emptyScriptFacts, nestsDeeper, type ScriptFacts, type SettingFact } from '../model';
import { placeOf } from './place';

/** Keys of which a configuration of DeepSpeed has one; other JSON that is called so has no settings. */
const ofDeepSpeed = new Set([
  ...['train_batch_size', 'train_micro_batch_size_per_gpu', 'gradient_accumulation_steps'],
  ...['zero_optimization', 'zero_allow_untested_optimizer', 'steps_per_print'],
]);

/** DeepSpeed's configurations nest a handful of objects; the parser's own stack would end at some thousands. */
const deepest = 100;

/** The settings of a configuration of DeepSpeed. Broken JSON gives what stands before and around the break. */
export function readDeepSpeed(path: string, text: string): ScriptFacts {
  const empty = emptyScriptFacts(path, 'deepspeed', text);
  if (nestsDeeper(text, deepest)) return empty;
  const root = parseTree(text, [], { allowTrailingComma: true });
  const keys = (root?.type === 'object' ? root.children : undefined)?.map(({ children }) => children?.[0]?.value);
  if (root === undefined || !keys?.some((key) => ofDeepSpeed.has(key as string))) return empty;
  return { ...empty, settings: settingsIn(root, [], text) };
}

function settingsIn(node: Node, keys: readonly string[], text: string): SettingFact[] {
  if (node.type === 'array') return (node.children ?? []).flatMap((element) => settingsIn(element, keys, text));
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ offset, length, children = [] }) => {
    const [key, value] = children;
    if (key === undefined || value === undefined) return [];
    const path = [...keys, String(key.value)];
    if (value.type === 'object' || value.type === 'array') return settingsIn(value, path, text);
    const place = placeOf(text, { start: offset, end: offset + length });
    const spanOf = (part: Node) => ({ start: part.offset, end: part.offset + part.length });
    return [{ ...place, keys: path, keySpan: spanOf(key), value: value.value, valueSpan: spanOf(value) }];
  });
}
