import type { Localized, Severity, Verdict } from '../../core/model';

export const severityWords: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', zh: '错误' },
  silent: { en: 'silent error', zh: '静默错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'note', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};

/** `3 errors`, in both languages. */
export function countOf(severity: Severity, count: number): Localized {
  const { en, zh } = severityWords[severity];
  return { en: `${count} ${en}${count === 1 ? '' : 's'}`, zh: `${count} 个${zh}` };
}

export const verdictWords: Readonly<Record<Verdict, Localized>> = {
  native: { en: 'native', zh: '原生支持' },
  converted: { en: 'converted', zh: '转换后支持' },
  limited: { en: 'limited', zh: '有条件支持' },
  slow: { en: 'slow', zh: '低效' },
  host: { en: 'host', zh: '回退主机' },
  silent: { en: 'silent', zh: '静默出错' },
  unsupported: { en: 'unsupported', zh: '不支持' },
  unknown: { en: 'unknown', zh: '未知' },
};
