import { isMap, isPair, isScalar, type Pair, type YAMLMap } from 'yaml';

/** What a map that makes a trainer of Lightning says of its class: Hydra's `_target_`, jsonargparse's `class_path`. */
const trainer = /^(pytorch_lightning|lightning(\.pytorch)?)(\.trainer){0,2}\.Trainer$|^lightning(\.fabric)?\.Fabric$/;
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
  return items.some(({ key, value }) => classOf.test(textOf(key) ?? '') && trainer.test(textOf(value) ?? ''));
}

const ofLightning = /\b(?:class_path|_target_)\s*:\s*["']?(?:pytorch_lightning|lightning)\./;
const head = /^# (?:lightning\.pytorch|pytorch_lightning)==/;

function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}
