import type { CheckpointRule } from '../../../../core/model';
import { formatBytes } from '../../quantities';
import { placeOf } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** A model that one product does not hold: how many it takes, or that no plan fits. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/device-memory',
  severity: 'information',
  title: { en: 'More memory than one product has', zh: '显存需求超出单个产品' },
  documentation: { en, zh },
  check({ facts, target, placement, report }) {
    const found = placement();
    if (found === undefined || (found.fit !== 'no' && found.devices <= target.devices)) return;
    const { devices, tensor, pipeline, data, expert, fit, weights, weightsBytes, usableBytes, headroomBytes } = found;
    const plan = [
      `TP${tensor}`,
      ...(pipeline > 1 ? [`PP${pipeline}`] : []),
      ...(data > 1 ? [`DP${data}`] : []),
      ...(expert > 1 ? [`EP${expert}`] : []),
    ].join(' ');
    const span = placeOf(facts, 'num_hidden_layers');
    const evidence = target.memoryBytes?.evidence ?? target.evidence;
    if (fit === 'no') {
      report({
        message: {
          en: `No plan that the route allows holds this model: on ${devices} devices (${plan}, ${weights}) the weights take ${formatBytes(weightsBytes)} of ${formatBytes(usableBytes)} on the fullest, and ${formatBytes(-headroomBytes)} are missing.`,
          zh: `路线允许的方案都放不下该模型：${devices} 个设备（${plan}，${weights}）时，占用最多的设备权重需 ${formatBytes(weightsBytes)}，可用 ${formatBytes(usableBytes)}，还差 ${formatBytes(-headroomBytes)}。`,
        },
        advice: smaller,
        evidence,
        verdict: 'unsupported',
        severity: 'error',
        span,
      });
      return;
    }
    const products = Math.ceil(devices / target.devices);
    report({
      message: {
        en: `Not on one ${target.name.en}: with ${weights} weights it takes ${devices} devices${target.devices > 1 ? ` = ${products} × ${target.name.en}` : ''}, ${plan}; the weights are ${formatBytes(weightsBytes)} of ${formatBytes(usableBytes)} on each${fit === 'tight' ? ', and little room is left for requests' : ''}.`,
        zh: `单个 ${target.name.zh.replace(/(?<!）)$/, ' ')}放不下：以 ${weights} 权重需要 ${devices} 个设备${target.devices > 1 ? `（${products} × ${target.name.zh}）` : ''}，${plan}；每个设备上权重占 ${formatBytes(weightsBytes)}，可用 ${formatBytes(usableBytes)}${fit === 'tight' ? '，留给请求的余量很小' : ''}。`,
      },
      advice: smaller,
      evidence,
      span,
    });
  },
};

const smaller = {
  en: '`portolan estimate` shows memory, speed and other plans; fewer bits per weight (--weights) need less.',
  zh: '用 `portolan estimate` 查看显存、速度及其他方案；降低权重位宽（--weights）可减少需求。',
};
