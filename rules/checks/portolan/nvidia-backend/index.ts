import type { SummaryRule } from '../../../../core/model';
import { headOf, howMany, oneByOne, severityOfAll } from '../../scripts/summary';
import en from './en.md';
import zh from './zh-cn.md';

const code = 'portolan/nvidia-backend';

/** A file for NVIDIA's hardware, or of a folder for it, beside those for others: the target needs one of its own, or has it. */
export const rule: SummaryRule = {
  input: 'summary',
  about: 'nvidia-backend',
  code,
  severity: 'warning',
  title: { en: 'a file of the NVIDIA backend', zh: 'NVIDIA 后端的文件' },
  documentation: { en, zh },
  check(context) {
    const { whole, target, report } = context;
    if (whole.kind !== 'nvidia-backend') return;
    const { folder, beside, isTargets } = whole;
    const all = howMany(context);
    const how = oneByOne(code);
    report({
      span: headOf(context),
      severity: isTargets ? 'information' : severityOfAll(context),
      message: {
        en: `A file of the backend for NVIDIA (${folder} beside ${beside.join(', ')}): ${all.en} are told as one.`,
        zh: `这是 NVIDIA 后端的文件（${folder}，同级还有 ${beside.join('、')}）：${all.zh}合并为一条。`,
      },
      advice: isTargets
        ? {
            en: `The backend for ${target.id} stands beside it. ${how.en}`,
            zh: `${target.id} 的后端就在旁边。${how.zh}`,
          }
        : {
            en: `Give ${target.id} a backend of its own beside it, and the choice between them a case for it. ${how.en}`,
            zh: `请在其旁为 ${target.id} 编写后端，并在选择后端处加入该平台。${how.zh}`,
          },
      evidence: [],
    });
  },
};
