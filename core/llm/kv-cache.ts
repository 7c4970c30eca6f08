import { layerCount, type ModelDescription } from '../model';

/** Number formats of a KV cache; `fp8-flashmla` is FlashMLA's layout of 656 bytes per token and layer for 512 + 64 values. */
export type CacheType = 'bf16' | 'fp8' | 'int8' | 'fp8-flashmla';

/** FlashMLA keeps one F32 scale per 128 compressed values and the rotary part in BF16. */
const flashBlock = 128;

/**
 * Bytes of KV cache per token of context, all layers together, on one device that holds all heads.
 *
 * Grouped-query attention keeps a key and a value per KV head. Latent attention keeps one compressed vector and one
 * rotary key per token, whatever the number of heads: counting it like multi-head attention overstates DeepSeek-R1 by
 * 57 to 71 times. An indexer keeps a key of its own in FP8, with an F32 scale.
 */
export function cacheBytesPerToken(model: ModelDescription, type: CacheType): number {
  const { attention } = model;
  const element = type === 'bf16' ? 2 : 1;
  if (attention.kind === 'grouped-query') {
    return layerCount(model) * 2 * attention.keyValueHeads * attention.headDimension * element;
  }
  const { keyValueRank, rotaryDimension, indexer } = attention;
  const latent =
    type === 'fp8-flashmla'
      ? keyValueRank + (keyValueRank / flashBlock) * 4 + rotaryDimension * 2
      : (keyValueRank + rotaryDimension) * element;
  const index = indexer === undefined ? 0 : indexer.headDimension + 4;
  return layerCount(model) * (latent + index);
}
