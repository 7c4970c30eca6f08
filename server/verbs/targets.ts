import { inLanguage, type Language } from '../../core/model';
import { allTargets, chipOf } from '../../core/targets';
import type { ModelSettings } from '../settings/model-settings';

/** The answer to `portolan/targets`: what can be chosen, and what is. */
export interface TargetChoice {
  readonly targets: readonly {
    readonly id: string;
    readonly name: string;
    readonly vendor: string;
    readonly detail: string;
  }[];
  readonly selected: readonly string[];
  readonly source: ModelSettings['targetsFrom'];
  readonly configuration?: string;
}

const vendorNames = {
  sophgo: { en: 'Sophgo', zh: '算能' },
  huawei: { en: 'Huawei Ascend', zh: '华为昇腾' },
  nvidia: { en: 'NVIDIA', zh: '英伟达' },
} as const;

const vendors = Object.keys(vendorNames);

/** Targets that a graph can be carried to, by vendor; those that are only there for estimates are left out. */
export function targetChoice(
  settings: ModelSettings | undefined,
  selected: readonly string[],
  language: Language,
): TargetChoice {
  const targets = allTargets()
    .filter(({ routes }) => routes.graph.length > 0)
    .toSorted((a, b) => vendors.indexOf(a.vendor) - vendors.indexOf(b.vendor))
    .map((target) => ({
      id: target.id,
      name: inLanguage(target.name, language),
      vendor: inLanguage(vendorNames[target.vendor], language),
      detail: `${target.id} · ${target.devices > 1 ? `${target.devices} × ` : ''}${chipOf(target).name}`,
    }));
  return {
    targets,
    selected,
    source: settings?.targetsFrom ?? 'default',
    ...(settings?.configuration === undefined ? {} : { configuration: settings.configuration }),
  };
}
