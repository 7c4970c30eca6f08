import type { Evidence, ScriptFacts, SettingFact } from '../../../../core/model';

export const deepSpeed = (where: string): Evidence[] => [
  { source: 'deepspeedai/DeepSpeed', version: 'edaa72212672', where },
];

/** The setting at a path of keys; of several, the one whose value is known: a script may change it. */
export function settingAt(settings: readonly SettingFact[], ...path: readonly string[]): SettingFact | undefined {
  const found = settings.filter(
    ({ keys }) => keys.length === path.length && keys.every((key, index) => key === path[index]),
  );
  return found.find(({ value }) => value !== undefined) ?? found[0];
}

/** As it is written, below the key that it belongs to: `bf16.enabled: true`, `mixed_precision: bf16`. */
export function shownSetting({ keys, valueSpan }: SettingFact, { text }: ScriptFacts): string {
  return `${keys.join('.')}: ${text.slice(valueSpan.start, valueSpan.end)}`;
}
