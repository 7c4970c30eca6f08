import { displayName, type Localized } from '../../core/model';
import type { ReportedCheckpoint } from '../report';
import { formatBytes } from '../terminal/quantities';

/** What a language model is: `deepseek_v3 · 671.0 B parameters, 37.6 B active · 641 GiB of weights`. */
export function checkpointParts({ outline }: ReportedCheckpoint): Localized[] {
  if (outline === undefined) return [];
  const { architecture, params, activeParams, weightBytes } = outline;
  const name = displayName(architecture);
  const parts: Localized[] = [{ en: name, zh: name }];
  if (params !== undefined) {
    const isSparse = activeParams !== undefined && activeParams < params;
    parts.push({
      en: `${billions(params)} parameters${isSparse ? `, ${billions(activeParams)} active` : ''}`,
      zh: `参数量 ${billions(params)}${isSparse ? `，激活 ${billions(activeParams)}` : ''}`,
    });
  }
  if (weightBytes !== undefined) {
    const bytes = formatBytes(weightBytes);
    parts.push({ en: `${bytes} of weights`, zh: `权重 ${bytes}` });
  }
  return parts;
}

/** Billions of parameters, as models are named: `671.0 B`, `0.5 B`. */
function billions(count: number): string {
  return `${(count / 1e9).toFixed(1)} B`;
}
