import type { Estimate } from '../../estimate';
import type { Localized } from '../../model';
import { grouped } from '../quantities';

/** Texts of the page that no other format has. */
export const pageWords = {
  title: (name: string, targets: readonly string[]): Localized =>
    targets.length > 2
      ? { en: `${name} on ${targets.length} targets`, zh: `${name}：${targets.length} 个目标对比` }
      : { en: `${name} on ${targets.join(' and ')}`, zh: `${name}：${targets.join(' 与 ')}` },
  ofTarget: (target: Localized, text: Localized): Localized => ({
    en: `${target.en}: ${text.en}`,
    zh: `${target.zh}：${text.zh}`,
  }),
  fit: { en: 'Does it fit?', zh: '能否放下' },
  lowerBound: { en: 'a lower bound: no queue', zh: '下限：不含排队' },
  sideBySide: { en: 'Side by side', zh: '并列对比' },
  sideBySideNote: {
    en: 'Each target with the plan that suits it best. The last column is the throughput per device over that of the first target.',
    zh: '每个目标取各自最合适的方案。最后一列为单设备吞吐与首个目标之比。',
  },
  memoryNote: {
    en: 'Of the fullest device. The dashed line is what the software leaves to the model.',
    zh: '占用最多的设备。虚线为软件留给模型使用的上限。',
  },
  byDevicesNote: {
    en: 'The fastest plan that the route’s software takes, for each number of devices on which the model loads.',
    zh: '在能加载模型的各设备数下，路线软件允许的最快方案。',
  },
  whereTimeGoes: { en: 'Where the time goes', zh: '时间花在哪里' },
  timeNote: {
    en: 'One decode step, all layers together, at half of the output.',
    zh: '单步解码，全部层合计，取输出一半处。',
  },
  rooflineNote: {
    en: 'Each point is an operator of the decode step; its size is its share of the time. Under the slope memory decides, under the flat part arithmetic; far below both, the latency of launches.',
    zh: '每个点为解码步中的一个算子，大小表示其耗时占比。斜线下受带宽限制，水平线下受算力限制；远低于两者时受启动时延限制。',
  },
  allOperators: { en: 'All operators, with what they reach', zh: '全部算子及其达到的速率' },
  sweep: { en: 'Speed per user against throughput per device', zh: '单用户速度与单设备吞吐' },
  sweepNote: {
    en: 'Each point is a plan and a number of requests at once that no other beats in both. To the right users wait less, to the top devices do more.',
    zh: '每个点为一组并行方案与并发数，均不被其他组合在两方面同时超过。越靠右用户等待越短，越靠上设备利用率越高。',
  },
  room: ({ memory }: Estimate): Localized => ({
    en: `Room for ${grouped(memory.maxConcurrency)} such requests at once, or for a context of ${grouped(memory.maxContext)} tokens each at the asked number.`,
    zh: `最多可同时容纳 ${grouped(memory.maxConcurrency)} 条此类请求；按所问并发数，每条上下文最长 ${grouped(memory.maxContext)} token。`,
  }),
  graphFooter: (version: string): Localized => ({
    en: `Made by Portolan ${version} from the model and published figures of devices; nothing was measured here.`,
    zh: `由 Portolan ${version} 根据模型与设备的公开数据估算，未做实测。`,
  }),
  trainingFooter: (version: string): Localized => ({
    en: `Made by Portolan ${version} from the model's configuration and published utilisations; nothing was measured here.`,
    zh: `由 Portolan ${version} 根据模型配置与公开的 MFU 估算，未做实测。`,
  }),
  footer: (version: string): Localized => ({
    en: `Made by Portolan ${version} from the model's configuration and published figures; nothing was measured here. Ranges hold nine of ten measurements of configurations of this kind.`,
    zh: `由 Portolan ${version} 根据模型配置与公开数据估算，未做实测。区间覆盖同类配置中九成的实测结果。`,
  }),
};
