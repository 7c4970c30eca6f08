import type { Localized } from '../model';
import type { Deployed } from './deployed';
import { expertShards } from './plan';
import type { EstimateRequest } from './request';
import { servingTable } from './serving-table';
import type { ConstantRow } from './time/constant-rows';
import type { ChipConstants } from './time/constants';
import { usualLoad } from './time/serving';
import { checkpointChoice } from './weight-choice';
import { scales, unitOfPath } from './what-if/names';

/** What a number rests on beside the model and the plan. */
export function assumptionsOf(request: EstimateRequest, deployed: Deployed): readonly Localized[] {
  return [
    {
      en: 'TTFT is a lower bound: the prefill of one prompt, without waiting in a queue.',
      zh: 'TTFT 为下限：仅为单条提示词的预填充时间，不含排队。',
    },
    ...ofChip(request, deployed),
    ...ofConstants(request, deployed),
    ...ofWeights(request, deployed),
    ...ofServing(request, deployed),
    ...ofChanges(request),
  ];
}

function ofChip({ target, plan }: EstimateRequest, { borrowedFrom, device }: Deployed): Localized[] {
  const said: Localized[] = [];
  if (borrowedFrom !== undefined) {
    said.push({
      en: `No kernel measurements of this chip are published: efficiencies and floors are those of ${borrowedFrom}, and the band is wider.`,
      zh: `该芯片没有公开的算子实测数据：效率与时延下限借用 ${borrowedFrom} 的数值，误差区间相应放宽。`,
    });
  }
  const ranks = plan.tensor * plan.pipeline;
  if (ranks > 1 && !device.knowsLink) said.push(servingTable().defaultLink.assumption);
  if (plan.devices > device.linkedDevices && plan.devices > ranks && !device.knowsNetwork) {
    said.push(servingTable().defaultNetwork.assumption);
  }
  if (target.vendor === 'sophgo' && plan.tensor > 1 && device.knowsLink) {
    said.push({
      en: `The bandwidth between chips is not published; ${(device.link / 1e9).toFixed(1)} GB/s is a constant of a simulator.`,
      zh: `厂商未公布芯片间带宽；此处取仿真器常量 ${(device.link / 1e9).toFixed(1)} GB/s。`,
    });
  }
  return said;
}

/** Constants that are assumptions of our own, of those that this request meets, with one reason in one sentence. */
function ofConstants(request: EstimateRequest, { device }: Deployed): Localized[] {
  const byReason = new Map<string, ConstantRow[]>();
  for (const row of assumedRows(device.constants)) {
    if (row.assumption === undefined || !isMet(row.path, request)) continue;
    const rows = byReason.get(row.assumption.en) ?? [];
    rows.push(row);
    byReason.set(row.assumption.en, rows);
  }
  return [...byReason.values()].map((rows) => {
    const { en, zh } = rows[0]!.assumption!;
    const values = (between: string) => rows.map((row) => `${row.path} = ${withUnit(row)}`).join(between);
    return { en: `Assumed: ${values(', ')}. ${en}`, zh: `假设值：${values('、')}。${zh}` };
  });
}

const assumed = new WeakMap<ChipConstants, readonly ConstantRow[]>();

function assumedRows(constants: ChipConstants): readonly ConstantRow[] {
  let rows = assumed.get(constants);
  if (rows === undefined) {
    rows = [...constants.rows.values()].filter(({ assumption }) => assumption !== undefined);
    assumed.set(constants, rows);
  }
  return rows;
}

/** Whether a request comes upon a constant at all: a dense model on one device has neither experts nor links. */
function isMet(path: string, { model, plan }: EstimateRequest): boolean {
  const sparse = model.layers.some(({ feedForward }) => feedForward.kind === 'mixture');
  if (path.startsWith('experts.')) return sparse;
  if (path.startsWith('exchange.')) return sparse && expertShards(plan) > plan.tensor;
  if (path.startsWith('collective.')) return plan.tensor > 1 || plan.pipeline > 1;
  return !path.startsWith('attention.latent') || path === 'attention.latencyUs' || model.attention.kind === 'latent';
}

function withUnit({ path, value }: ConstantRow): string {
  const unit = unitOfPath(path);
  if (unit === 'us') return `${value} µs`;
  return unit === 'GB/s' ? `${value / scales['GB/s']} GB/s` : String(value);
}

function ofWeights({ model, weights: asked }: EstimateRequest, { weights, device }: Deployed): Localized[] {
  const said: Localized[] = [];
  const own = checkpointChoice(model);
  if (asked === undefined && own !== undefined && own !== weights) {
    said.push({
      en: `The checkpoint is ${own}, in which this chip does not compute: ${weights} weights are assumed.`,
      zh: `权重文件为 ${own} 格式，该芯片不支持以其计算：按 ${weights} 权重估算。`,
    });
  }
  if ((weights === 'fp8' || weights === 'int8') && !device.narrow) {
    said.push({
      en: `${weights} weights are expanded to 16 bits for computing (W8A16): the 16-bit peak holds.`,
      zh: `${weights} 权重在计算时展开为 16 位（W8A16），按 16 位峰值算力估算。`,
    });
  }
  return said;
}

function ofServing(request: EstimateRequest, { engine, device }: Deployed): Localized[] {
  const said: Localized[] = [];
  if (engine !== undefined) {
    const name = { trtllm: 'TensorRT-LLM', vllm: 'vLLM', sglang: 'SGLang', deepep: 'DeepEP / DeepGEMM' }[engine];
    said.push({
      en: `Kernels and overheads are those of ${name}.`,
      zh: `算子与调度开销按 ${name} 计。`,
    });
  }
  const { hostUsPerLayer, eagerUsPerLayer } = device.constants;
  const host = request.eager ? (eagerUsPerLayer ?? hostUsPerLayer) : hostUsPerLayer;
  if (host > 0) {
    said.push({
      en: `Without graphs the host needs ${host} µs per layer, measured on Ascend with vLLM: a step is no shorter.`,
      zh: `未使用图模式时，主机每层下发约需 ${host} µs（取自昇腾上 vLLM 的实测），单步不会短于此。`,
    });
  }
  if (request.plan.expert > 1 && request.imbalance === undefined) {
    const share = usualLoad(request.plan);
    said.push({
      en: `The busiest device has ${share} times the mean load of experts.`,
      zh: `最忙设备的专家负载按均值的 ${share} 倍计。`,
    });
  }
  if (!request.disaggregated) {
    said.push({
      en: 'Prefill runs on the same devices: each token also waits for its share of other requests’ prefill.',
      zh: '预填充与解码共用设备：每个 token 还要分摊其他请求的预填充时间。',
    });
  }
  return said;
}

function ofChanges({ constants = {} }: EstimateRequest): Localized[] {
  const changes = Object.entries(constants).map(([name, value]) => `${name} = ${value}`);
  if (changes.length === 0) return [];
  return [
    {
      en: `Changed by the asker: ${changes.join(', ')}.`,
      zh: `由用户指定：${changes.join('、')}。`,
    },
  ];
}
