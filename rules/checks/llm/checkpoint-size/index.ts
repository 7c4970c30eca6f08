import type { CheckpointRule } from '../../../../core/model';
import { formatBytes } from '../../quantities';
import { weightsPlace } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** More than the metadata of a format can explain. */
const tolerance = 0.002;

/** Weights beside the configuration that are not as many bytes as it describes. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/checkpoint-size',
  severity: 'warning',
  title: { en: 'Weights that the configuration does not describe', zh: '权重大小与配置不符' },
  documentation: { en, zh },
  check({ facts, report }) {
    const { files, computedBytes } = facts;
    if (files?.tensorBytes === undefined || computedBytes === undefined) return;
    const { tensorBytes } = files;
    if (Math.abs(tensorBytes / computedBytes - 1) <= tolerance) return;
    const types = [...files.bytesByType].map(([type, bytes]) => `${type} ${formatBytes(bytes)}`);
    report({
      message: {
        en: `The tensors beside this file have ${formatBytes(tensorBytes)} (${types.join(', ')}); a model of this configuration has ${formatBytes(computedBytes)}.`,
        zh: `该目录中的张量共 ${formatBytes(tensorBytes)}（${types.join('、')}），而按此配置应为 ${formatBytes(computedBytes)}。`,
      },
      advice: {
        en: 'Files may be missing, or the weights are quantised in a way that quantization_config does not say; estimates follow the configuration.',
        zh: '可能缺少文件，或权重的量化方式未在 quantization_config 中注明；估算以配置为准。',
      },
      // It is about Portolan and the file, not about the target.
      evidence: [],
      verdict: 'unknown',
      span: weightsPlace(facts),
    });
  },
};
