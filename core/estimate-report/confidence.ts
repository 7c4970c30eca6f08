import type { Estimate, MeasurementRecord, PlanningRequest, ValidationClass } from '../estimate';
import type { Localized, Target } from '../model';
import { findTarget } from '../targets';
import { formatShare, short } from './quantities';

const classes: Readonly<Record<ValidationClass, Localized>> = {
  dense: { en: 'dense models on NVIDIA', zh: 'NVIDIA 上的稠密模型' },
  mixture: { en: 'mixtures of experts on NVIDIA', zh: 'NVIDIA 上的 MoE 模型' },
  'large-expert': { en: 'DeepSeek with large expert parallelism', zh: '大规模专家并行的 DeepSeek' },
  ascend: { en: 'models on Ascend', zh: '昇腾上的模型' },
  sophgo: { en: 'models on Sophgo', zh: '算能上的模型' },
};

const engines: ReadonlyMap<string, string> = new Map([
  ['vllm', 'vLLM'],
  ['sglang', 'SGLang'],
  ['trtllm', 'TensorRT-LLM'],
  ['deepep', 'DeepEP'],
]);

const metrics: Readonly<Record<MeasurementRecord['metric'], Localized>> = {
  'tpot-ms': { en: 'ms per token', zh: 'ms/token' },
  'decode-tokens-per-second-per-device': { en: 'tokens/s per device', zh: 'tokens/s（单设备解码）' },
  'prefill-tokens-per-second-per-device': { en: 'tokens/s per device in prefill', zh: 'tokens/s（单设备预填充）' },
};

/** How far estimates of this kind were from published measurements, and the measurement that is most like it. */
export function confidenceOf({ target }: Pick<PlanningRequest, 'target'>, { validation }: Estimate): Localized[] {
  const { count, medianError, nearest } = validation;
  const name = classes[validation.class];
  const error = formatShare(medianError);
  const said: Localized[] = [
    {
      en: `Of ${count} published measurements of ${name.en} that no constant was set on, half are within ${error} of the estimate.`,
      zh: `对未参与标定的 ${count} 条公开实测（${name.zh}），估算误差的中位数为 ${error}。`,
    },
  ];
  if (nearest === undefined) return said;
  if (nearest.target !== target.id && findTarget(nearest.target)?.chip !== target.chip)
    said.push(ofAnotherChip(target));
  return [...said, nearestText(nearest)];
}

/** The class is all that there is: a reader must not take its error for this chip's. */
function ofAnotherChip({ name }: Target): Localized {
  return {
    en: `None of those like this one was taken on ${name.en}, so that error says little about it; the range given above is wider where constants are borrowed from another chip.`,
    zh: `其中没有在 ${name.zh} 上测得的相近数据，上述误差对它参考价值有限；若常数借自其他芯片，上面的区间已相应放宽。`,
  };
}

function nearestText(nearest: MeasurementRecord): Localized {
  const { model, devices, prompt, output, concurrency, metric, measured, ratio, engine } = nearest;
  const target = findTarget(nearest.target)?.name ?? { en: nearest.target, zh: nearest.target };
  const software = engine === undefined ? '' : `, ${engines.get(engine) ?? engine}`;
  // The ratio is of times: a throughput is the inverse of one.
  const estimated = short(metric === 'tpot-ms' ? measured * ratio : measured / ratio);
  const load = `${prompt} + ${output}`;
  return {
    en: `The nearest published measurement: ${model} on ${devices} × ${target.en}${software}, ${load} tokens, ${concurrency} at once: ${short(measured)} ${metrics[metric].en}; estimated ${estimated}.`,
    zh: `与此最接近的公开实测：${devices} × ${target.zh} 上的 ${model}${software}，${load} token，并发 ${concurrency}：实测 ${short(measured)} ${metrics[metric].zh}，估算 ${estimated}。`,
  };
}
