import type { CheckpointFacts, ConfigurationObject, Localized } from '../../../../core/model';
import { vllmAscend } from '../../sources';
import type { RefusedSetting } from './refused-setting';

/** Groups of a compressed-tensors configuration that vllm-ascend has no scheme for. */
export function refusedGroups({ model }: CheckpointFacts, settings: ConfigurationObject): RefusedSetting[] {
  const groups = settings.object('config_groups');
  const hasExperts = model?.layers.some(({ feedForward }) => feedForward.kind === 'mixture') ?? true;
  return (groups?.keys ?? []).flatMap((name) => {
    const group = groups?.object(name);
    const message = group && refusal(group, hasExperts);
    if (groups === undefined || message === undefined) return [];
    return [
      {
        span: groups.keySpan(name),
        message,
        advice: {
          en: 'Quantise to W8A8: symmetric, weights with a scale per channel, activations per token (dynamic).',
          zh: '请量化为 W8A8：对称，权重按通道缩放，激活按 token 动态量化。',
        },
        evidence: [
          vllmAscend('vllm_ascend/quantization/compressed_tensors_config.py, _detect_quant_type'),
          vllmAscend('vllm_ascend/quantization/methods/registry.py'),
        ],
      },
    ];
  });
}

/** As `_detect_quant_type` decides: static or dynamic W8A8, dynamic W4A8, W4A16; anything else is not implemented. */
function refusal(group: ConfigurationObject, hasExperts: boolean): Localized | undefined {
  const weights = group.object('weights');
  const inputs = group.object('input_activations');
  const bits = weights?.count('num_bits');
  if (weights === undefined || bits === undefined) return undefined;
  // W4A16 and W4A8 are registered for experts alone.
  const fourBits = hasExperts ? undefined : onlyExperts;
  if (inputs === undefined) return bits === 4 && weights.text('strategy') === 'group' ? fourBits : unknownScheme;
  const isSymmetric = [weights, inputs].every((one) => one.flag('symmetric') !== false);
  if (!isSymmetric) return asymmetric;
  const strategy = weights.text('strategy');
  const perToken = inputs.text('strategy') === 'token' && inputs.flag('dynamic') === true;
  const perTensor = inputs.text('strategy') === 'tensor' && inputs.flag('dynamic') !== true;
  if (inputs.count('num_bits') !== 8) return unknownScheme;
  if (bits === 8 && strategy === 'channel' && (perToken || perTensor)) return undefined;
  if (bits === 4 && (strategy === 'channel' || strategy === 'group') && perToken) return fourBits;
  return unknownScheme;
}

const asymmetric: Localized = {
  en: 'vllm-ascend has symmetric schemes only; this group has zero points and stops with NotImplementedError.',
  zh: 'vllm-ascend 只有对称量化方案；该分组带零点，会抛出 NotImplementedError。',
};
const onlyExperts: Localized = {
  en: 'vllm-ascend has schemes of 4 bits (W4A16, W4A8) for experts only; this model has none, and its linear layers stop with NotImplementedError.',
  zh: 'vllm-ascend 的 4 比特方案（W4A16、W4A8）仅用于专家；该模型没有专家，其线性层会抛出 NotImplementedError。',
};
const unknownScheme: Localized = {
  en: 'vllm-ascend has no scheme for these weights and activations: it knows W8A8 (a scale per channel), W4A8 and W4A16.',
  zh: 'vllm-ascend 没有与此权重、激活组合对应的方案：仅支持 W8A8（按通道缩放）、W4A8 与 W4A16。',
};
