import { isMap, isPair, isScalar, type Pair, type YAMLMap } from 'yaml';
import { isLightningTrainer } from '../model';

/** The keys of a map that says what class it makes an object of: Hydra's, jsonargparse's. */
const classOf = /^(_target_|class_path)$/;

/**
 * Whether `accelerator: gpu` is for a trainer of Lightning: its map names that class, or it stands in `trainer` of what
 * LightningCLI reads, which says so: a class of Lightning below it, `seed_everything` beside it, or the head that Lightning writes.
 */
export function isOfLightning({ value }: Pair, ancestors: readonly unknown[], text: string): boolean {
  if (!isScalar(value) || (value.value !== 'gpu' && value.value !== 'cuda')) return false;
  const maps = ancestors.filter(isMap);
  const [own, outer] = [maps.at(-1), maps.at(-2)];
  const above = ancestors.filter(isPair).at(-1);
  const key = above === undefined ? undefined : textOf(above.key);
  if (own !== undefined && (makesTrainer(own) || (key === 'init_args' && outer !== undefined && makesTrainer(outer)))) {
    return true;
  }
  if (key !== 'trainer' || own?.range == null) return false;
  const isBesideSeed = outer?.items.some(({ key: beside }) => textOf(beside) === 'seed_everything') ?? false;
  return isBesideSeed || ofLightning.test(text.slice(own.range[0], own.range[1])) || head.test(text);
}

function makesTrainer({ items }: YAMLMap): boolean {
  return items.some(({ key, value }) => classOf.test(textOf(key) ?? '') && isLightningTrainer(textOf(value) ?? ''));
}

const ofLightning = /\b(?:class_path|_target_)\s*:\s*["']?(?:pytorch_lightning|lightning)\./;
const head = /^# (?:lightning\.pytorch|pytorch_lightning)==/;

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}
