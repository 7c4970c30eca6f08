import type { CheckpointFacts, CheckpointRoute, ConfigurationObject, Evidence } from '../../../../core/model';
import { tpuMlir, vllmTpu } from '../../sources';
import { refusedGroups } from './ascend-schemes';
import type { RefusedSetting } from './refused-setting';

export function refusedSettings(facts: CheckpointFacts, route: CheckpointRoute): readonly RefusedSetting[] {
  const { quantization } = facts;
  const method = quantization?.text('quant_method');
  if (quantization === undefined || method === undefined) return [];
  if (route === 'vllm-ascend') return method === 'compressed-tensors' ? refusedGroups(facts, quantization) : [];
  return route === 'vllm-tpu' ? refusedByVllmTpu(method, quantization) : refusedByLlmConvert(method, quantization);
}

function refusedByVllmTpu(method: string, settings: ConfigurationObject): RefusedSetting[] {
  if (method === 'gptq' && settings.flag('desc_act') === true) {
    return [
      {
        span: settings.valueSpan('desc_act'),
        message: {
          en: 'vllm-tpu reorders GPTQ weights and cannot follow an order of activations: desc_act stops it with an assertion.',
          zh: 'vllm-tpu 会重排 GPTQ 权重，无法处理激活排序：desc_act 为 true 时触发断言失败。',
        },
        advice: { en: 'Quantise again with desc_act: false.', zh: '请以 desc_act: false 重新量化。' },
        evidence: [vllmTpu('vllm_tpu/hack/soph_gptq.py:104')],
      },
    ];
  }
  if (method !== 'awq') return [];
  const refused = bitsOfAwq(settings, 'vllm-tpu', vllmTpu('vllm_tpu/hack/awq.py:28'));
  if ((settings.texts('modules_to_not_convert')?.length ?? 0) > 0) {
    refused.push({
      span: settings.valueSpan('modules_to_not_convert'),
      message: {
        en: 'vllm-tpu loads AWQ for all linear layers or none: modules that stay unquantised stop it with an assertion.',
        zh: 'vllm-tpu 加载 AWQ 时不允许保留未量化的模块：modules_to_not_convert 非空会触发断言失败。',
      },
      advice: {
        en: 'Take an AWQ checkpoint without modules_to_not_convert, or a GPTQ one.',
        zh: '请换用没有 modules_to_not_convert 的 AWQ 权重，或使用 GPTQ。',
      },
      evidence: [vllmTpu('vllm_tpu/hack/awq.py:30')],
    });
  }
  return refused;
}

function refusedByLlmConvert(method: string, settings: ConfigurationObject): RefusedSetting[] {
  const evidence = tpuMlir('python/llm/LlmConverter.py:511-531');
  if (method === 'awq') {
    const refused = bitsOfAwq(settings, 'llm_convert', evidence);
    const version = settings.text('version');
    if (version !== undefined && version.toLowerCase() !== 'gemm') {
      refused.push({
        span: settings.valueSpan('version'),
        message: {
          en: `llm_convert reads AWQ weights packed for gemm only, not for ${version}.`,
          zh: `llm_convert 只读取 gemm 版的 AWQ 权重，不支持 ${version}。`,
        },
        advice: { en: 'Take a checkpoint of version gemm.', zh: '请换用 gemm 版的权重。' },
        evidence: [evidence],
      });
    }
    return refused;
  }
  if (method !== 'compressed-tensors') return [];
  const groups = settings.object('config_groups')?.keys.length ?? 0;
  const format = settings.text('format');
  if (groups === 1 && format === 'pack-quantized') return [];
  return [
    {
      span: settings.has(groups === 1 ? 'format' : 'config_groups')
        ? settings.valueSpan(groups === 1 ? 'format' : 'config_groups')
        : settings.valueSpan('quant_method'),
      message: {
        en: 'llm_convert reads compressed-tensors with one group of pack-quantized integers only.',
        zh: 'llm_convert 只读取仅含一个分组、格式为 pack-quantized 的整数 compressed-tensors 权重。',
      },
      advice: {
        en: 'Convert the 16-bit checkpoint with -q w4bf16 or w8bf16, or take a GPTQ one.',
        zh: '请用 16 位权重加 -q w4bf16 或 w8bf16 转换，或使用 GPTQ 权重。',
      },
      evidence: [evidence],
    },
  ];
}

function bitsOfAwq(settings: ConfigurationObject, software: string, evidence: Evidence): RefusedSetting[] {
  const key = settings.spelling('bits', 'w_bit');
  if (key === undefined || settings.count(key) === 4) return [];
  return [
    {
      span: settings.valueSpan(key),
      message: {
        en: `${software} loads AWQ weights of 4 bits only.`,
        zh: `${software} 只支持 4 比特的 AWQ 权重。`,
      },
      advice: { en: 'Take a checkpoint of 4 bits.', zh: '请换用 4 比特的权重。' },
      evidence: [evidence],
    },
  ];
}
