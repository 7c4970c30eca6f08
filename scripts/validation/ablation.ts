import type { EstimateRequest } from '../../core/estimate';
import { timeConstants } from '../../core/estimate/time/constants';
import type { Localized } from '../../core/model';
import { chipOf } from '../../core/targets';
import { type Measurement, ratio, type Statistics, statistics } from './measurement';

/** A term of the model, and how a request reads without it. */
interface Term {
  readonly name: Localized;
  readonly without: (request: EstimateRequest) => EstimateRequest;
}

/** Error over the rows that a term touches, with it and without it. */
export interface Ablation {
  readonly name: Localized;
  readonly rows: number;
  readonly with: Statistics;
  readonly without: Statistics;
}

/** All constants of the request's chip whose paths match set to a value. */
function setting(pattern: RegExp, value: number): Term['without'] {
  return (request) => {
    const paths = [...(timeConstants(chipOf(request.target).family)?.rows.keys() ?? [])];
    const changes = Object.fromEntries(paths.filter((path) => pattern.test(path)).map((path) => [path, value]));
    return { ...request, constants: { ...request.constants, ...changes } };
  };
}

const terms: readonly Term[] = [
  {
    name: { en: 'prefill’s share of aggregated serving', zh: '混合部署中预填充的分摊' },
    without: (request) => ({ ...request, disaggregated: true }),
  },
  {
    name: { en: 'efficiencies (all kernels at full rates)', zh: '效率系数（全部按峰值）' },
    without: setting(/\.(compute|memory)$|^attention\.(prefill|latent|memory|latentMemory|narrowMemory)$/, 1),
  },
  {
    name: { en: 'floors of kernels', zh: '算子时延下限' },
    without: setting(/^(gemm|experts|attention)\..*atencyUs$|^vectorUs$/, 0),
  },
  { name: { en: 'padding of experts to tiles', zh: '专家按 tile 补齐' }, without: setting(/\.padding$/, 0) },
  { name: { en: 'routing to experts and back', zh: '专家路由（置换与合并）' }, without: setting(/\.routingPs$/, 0) },
  {
    name: { en: 'short sequences in prefill attention', zh: '短序列的预填充注意力' },
    without: setting(/^attention\.prefillKnee$/, 0),
  },
  { name: { en: 'few rows in linear layers', zh: '线性层行数较少' }, without: setting(/\.knee$/, 0) },
  {
    name: { en: 'floor of collectives', zh: '集合通信时延下限' },
    without: setting(/^collective\.(latencyUs|hopUs)$/, 0),
  },
  {
    name: { en: 'the engine’s own time per step', zh: '推理引擎每步开销' },
    without: setting(/^(stepUs|sequenceUs)$/, 0),
  },
  {
    name: { en: 'the host of steps without graphs', zh: '非图模式步的主机下发' },
    without: setting(/^(hostUs|eagerUs)PerLayer$/, 0),
  },
  {
    name: { en: 'floors of dispatch and combination', zh: 'dispatch/combine 时延下限' },
    without: setting(/^exchange\.(dispatch|combine)Us$/, 0),
  },
  {
    name: { en: 'what overlapping does not hide', zh: '重叠后仍暴露的通信' },
    without: setting(/^exchange\.exposed$/, 0),
  },
  {
    name: { en: 'imbalance of experts', zh: '专家负载不均' },
    without: (request) => ({ ...request, imbalance: request.imbalance ?? 1 }),
  },
];

/** Each term removed by itself, over the rows whose estimate it changes by more than 1 %. */
export function ablations(rows: readonly Measurement[]): Ablation[] {
  return terms.map(({ name, without }) => {
    const touched = rows.flatMap((row) => {
      const kept = ratio(row);
      const left = ratio({ ...row, request: without(row.request) });
      return kept === undefined || left === undefined || Math.abs(left / kept - 1) <= 0.01
        ? []
        : [[kept, left] as const];
    });
    return {
      name,
      rows: touched.length,
      with: statistics(touched.map(([kept]) => kept)),
      without: statistics(touched.map(([, left]) => left)),
    };
  });
}
