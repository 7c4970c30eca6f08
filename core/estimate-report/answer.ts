import type { Estimate, PlanningRequest } from '../estimate';
import { countParameters } from '../llm';
import type { Localized } from '../model';
import { formatBytes, formatMs, formatParameters, short } from './quantities';
import { devicesText, planText, storageName } from './words';

/** `deepseek_v3, 671.0 B parameters (37.6 B active)`. */
export function modelText({ model }: Pick<PlanningRequest, 'model'>): Localized {
  const { total, active } = countParameters(model);
  const name = model.architecture;
  if (active === total) {
    return { en: `${name}, ${formatParameters(total)} parameters`, zh: `${name}，参数量 ${formatParameters(total)}` };
  }
  return {
    en: `${name}, ${formatParameters(total)} parameters (${formatParameters(active)} active)`,
    zh: `${name}，参数量 ${formatParameters(total)}（激活 ${formatParameters(active)}）`,
  };
}

/** What is served: `1024 tokens in, 1024 out, 16 requests at once`. */
export function loadText({ prompt, output, concurrency, disaggregated }: PlanningRequest): Localized {
  if (disaggregated && output === 1) {
    return {
      en: `one decode step of ${concurrency} sequences with ${prompt + 1} tokens of context`,
      zh: `${concurrency} 个序列、上下文 ${prompt + 1} token 的单步解码`,
    };
  }
  return {
    en: `${prompt} tokens in, ${output} out, ${concurrency} request${concurrency === 1 ? '' : 's'} at once`,
    zh: `输入 ${prompt} token，输出 ${output} token，并发 ${concurrency}`,
  };
}

/** The answer in a few sentences, as one would tell it to somebody who decides. */
export function answerOf(request: PlanningRequest, one: Estimate): Localized {
  const { memory, decode, prefill, band } = one;
  const weights = storageName(one.weights, request.target);
  const devices = devicesText(one, request);
  const plan = planText(one);
  const used = formatBytes(memory.usableBytes - memory.headroomBytes);
  const usable = formatBytes(memory.usableBytes);
  if (memory.fit === 'no') {
    const missing = formatBytes(-memory.headroomBytes);
    return {
      en: `Does not fit on ${devices.en} (${plan}, ${weights} weights): the fullest device needs ${used} of ${usable}, ${missing} too much.`,
      zh: `${devices.zh}（${plan}，${weights} 权重）放不下：占用最多的设备需要 ${used}，可用 ${usable}，超出 ${missing}。`,
    };
  }
  const tight = memory.fit === 'tight';
  const user = range(decode.tokensPerSecondPerUser, 1 / band.high, 1 / band.low);
  const all = range(decode.tokensPerSecond, 1 / band.high, 1 / band.low);
  const first = formatMs(prefill.ttftMs);
  return {
    en: `${tight ? 'Loads, with little room to spare,' : 'Fits'} on ${devices.en} (${plan}, ${weights} weights): ${used} of ${usable} on the fullest. A user gets ${user.en} tokens/s, all together ${all.en} tokens/s; the first token takes ${first} at least.`,
    zh: `${devices.zh}（${plan}，${weights} 权重）${tight ? '可以加载，但余量很小' : '放得下'}：占用最多的设备使用 ${used}，可用 ${usable}。单用户${user.zh}tokens/s，合计${all.zh}tokens/s；首 token 至少需要 ${first}。`,
  };
}

/** `about 6.17 (2.68 to 13.2)`: a figure never stands without its band. */
function range(value: number, low: number, high: number): Localized {
  return {
    en: `about ${short(value)} (${short(value * low)} to ${short(value * high)})`,
    zh: `约 ${short(value)}（${short(value * low)}～${short(value * high)}）`,
  };
}
