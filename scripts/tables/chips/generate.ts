import type { Chip, Target } from '../../../core/model';
import { parseEvidence } from '../evidence';
import { withSources, writeFolder, writeText } from '../write-table';
import { ascendChips } from './ascend';
import { nvidiaChips } from './nvidia';
import { type ProductSpec, productSpecs, routesOf, shortNames } from './products';
import { sophgoChips } from './sophgo';

/** Writes rules/chips, rules/products and the list of both that core imports. */
export function generateChips(): void {
  const chips = [...sophgoChips(), ...ascendChips(), ...nvidiaChips()];
  const byId = new Map(chips.map((chip) => [chip.id, chip]));
  const products = [...productSpecs, ...shortNames].map((spec) => product(spec, byId));
  const named = new Set(products.map(({ id }) => id));
  const targets = [...products, ...chips.filter(({ id }) => !named.has(id)).map(chipAsTarget)];
  writeFolder('rules/chips', new Map(chips.map((chip) => [chip.id, withSources(chip)])));
  writeFolder('rules/products', new Map(targets.map((target) => [target.id, withSources(target)])));
  writeText('core/targets/files.generated.ts', imports(chips, targets));
}

function product({ source, ...spec }: ProductSpec, chips: ReadonlyMap<string, Chip>): Target {
  const chip = chips.get(spec.chip);
  if (chip === undefined) throw new Error(`${spec.id} names the chip ${spec.chip}, which no table has`);
  return { ...spec, vendor: chip.vendor, routes: routesOf(chip.vendor, chip.family), evidence: parseEvidence(source) };
}

/** A chip is a target of its own: people name `sophgo-bm1684x` and `ascend-910b2` without a product. */
function chipAsTarget(chip: Chip): Target {
  return {
    id: chip.id,
    name: { en: chip.name, zh: chip.name.replace(/^Ascend /, '昇腾 ').replace(' (one die)', '（单 die）') },
    vendor: chip.vendor,
    chip: chip.id,
    devices: 1,
    routes: routesOf(chip.vendor, chip.family),
    evidence: chip.evidence,
  };
}

function imports(chips: readonly Chip[], targets: readonly Target[]): string {
  const name = (kind: string, index: number) => `${kind}${index}`;
  const lines = [
    '// Written by scripts/tables/chips: every file of rules/chips and rules/products, as text until it is asked for.',
    "import type { StoredText } from '../model';",
    ...chips.map((chip, index) => `import ${name('chip', index)} from '../../rules/chips/${chip.id}.json';`),
    ...targets.map((target, index) => `import ${name('target', index)} from '../../rules/products/${target.id}.json';`),
    '',
    'export const chipFiles: ReadonlyMap<string, StoredText> = new Map([',
    ...chips.map((chip, index) => `  ['${chip.id}', ${name('chip', index)}],`),
    ']);',
    '',
    'export const targetFiles: ReadonlyMap<string, StoredText> = new Map([',
    ...targets.map((target, index) => `  ['${target.id}', ${name('target', index)}],`),
    ']);',
    '',
  ];
  return lines.join('\n');
}
