import type { Quantization, WeightFormat } from '../../model';

/** Kinds of weights in msModelSlim's descriptions, and how the linear layers lie in the files. */
const channel8: WeightFormat = { kind: 'channel', bits: 8, scaleBytes: 8 };
const channel4: WeightFormat = { kind: 'channel', bits: 4, scaleBytes: 8 };

/** The names of files in which msModelSlim describes its weights. */
export function isModelSlimDescription(fileName: string): boolean {
  return /^quant_model_description.*\.json$/.test(fileName);
}

/**
 * What `quant_model_description*.json` says: a kind for each weight (`W8A8`, `W8A8_DYNAMIC`, `W4A8_DYNAMIC`, `FLOAT`). The kind
 * that most quantised weights have counts for all: a scale and an offset in F32 per output channel. Undefined where nothing
 * is quantised or the text is none.
 */
export function readModelSlim(text: string): Quantization | undefined {
  const counts = new Map<string, number>();
  // A value per line of up to 100,000 lines: no tree is needed, and a hostile text costs its length.
  for (const [, kind] of text.matchAll(/"[^"\\]*\.weight"\s*:\s*"([A-Z0-9_]{2,32})"/g)) {
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const quantised = [...counts].filter(([kind]) => /^W\d/.test(kind)).sort((a, b) => b[1] - a[1]);
  const [most] = quantised[0] ?? [];
  if (most === undefined) return undefined;
  const bits = Number(/^W(\d+)/.exec(most)?.[1]);
  const format = bits === 8 ? channel8 : bits === 4 ? channel4 : undefined;
  // Some layers stay in 16 bits, as the description says of each.
  return {
    method: 'ascend',
    isPartial: true,
    format,
    activations: most.includes('A8') && !/FP8|MXFP/.test(most) ? 'int8' : undefined,
  };
}
