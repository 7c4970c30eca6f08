import type { Evidence, ScriptFacts, SettingFact } from '../../../../core/model';

export const deepSpeed = (where: string): Evidence[] => [
  { source: 'deepspeedai/DeepSpeed', version: 'edaa72212672', where },
];

/** The setting at a path of keys. */
export function settingAt(settings: readonly SettingFact[], ...path: readonly string[]): SettingFact | undefined {
  return settings.find(({ keys }) => keys.length === path.length && keys.every((key, index) => key === path[index]));
}

/** As it is written, below the key that it belongs to: `bf16.enabled: true`, `mixed_precision: bf16`. */
export function shownSetting({ keys, valueSpan }: SettingFact, { text }: ScriptFacts): string {
  return `${keys.join('.')}: ${text.slice(valueSpan.start, valueSpan.end)}`;
}
