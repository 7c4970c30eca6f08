import type { Localized } from '../model';
import type { EstimateRequest } from './request';
import type { Device } from './time/device';
import { checkpointChoice, type WeightChoice } from './weight-choice';

/** What a number rests on beside the model and the plan. */
export function assumptionsOf(request: EstimateRequest, weights: WeightChoice, device: Device): readonly Localized[] {
  const said: Localized[] = [
    {
      en: 'TTFT is a lower bound: the prefill of one prompt, without waiting in a queue.',
      zh: 'TTFT 为下限：仅为单条提示词的预填充时间，不含排队。',
    },
  ];
  const { borrowedFrom, hostUsPerLayer, eagerUsPerLayer } = device.constants;
  if (borrowedFrom !== undefined) {
    said.push({
      en: `No kernel measurements of this chip are published: efficiencies and floors are those of ${borrowedFrom}, and the band is wider.`,
      zh: `该芯片没有公开的算子实测数据：效率与时延下限借用 ${borrowedFrom} 的数值，误差区间相应放宽。`,
    });
  }
  const own = checkpointChoice(request.model);
  if (request.weights === undefined && own !== undefined && own !== weights) {
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
  const host = request.eager ? (eagerUsPerLayer ?? hostUsPerLayer) : hostUsPerLayer;
  if (host > 0) {
    said.push({
      en: `Without graphs the host needs ${host} µs per layer, measured on Ascend with vLLM: a step is no shorter.`,
      zh: `未使用图模式时，主机每层下发约需 ${host} µs（取自昇腾上 vLLM 的实测），单步不会短于此。`,
    });
  }
  if (request.target.vendor === 'sophgo' && request.plan.tensor > 1) {
    said.push({
      en: `The bandwidth between chips is not published; ${(device.link / 1e9).toFixed(1)} GB/s is a constant of a simulator.`,
      zh: `厂商未公布芯片间带宽；此处取仿真器常量 ${(device.link / 1e9).toFixed(1)} GB/s。`,
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
