import type { GraphRule } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

/** An operator that the route places on the host, with copies to and from the device around it. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/host-fallback',
  severity: 'warning',
  title: { en: 'Operator that runs on the host CPU', zh: '回退到主机 CPU 执行的算子' },
  documentation: { en, zh },
  advice: {
    en: 'Move the operator before or after the model, or replace it by one that runs on the device.',
    zh: '将该算子移到模型之前或之后执行，或替换为可在设备上运行的算子。',
  },
  withoutReason: (op, route, target) => ({
    en: `${route} runs ${op} on the host CPU, not on ${target.en}.`,
    zh: `${route} 会在主机 CPU 上执行 ${op}，而不是在 ${target.zh} 上。`,
  }),
});
