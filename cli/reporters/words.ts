import type { Localized, Severity, Verdict } from '../../core/model';
import type { Known } from '../report';
import { formatInteger } from '../terminal/quantities';

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

/** What an earlier report has told already, in a line. */
export function knownText({ since, findings, gone }: Known): Localized {
  const [known, solved] = [formatInteger(findings), formatInteger(gone)];
  const left =
    gone === 0 ? { en: '', zh: '' } : { en: `; ${solved} of its findings are gone`, zh: `，其中 ${solved} 个已消失` };
  return {
    en: `only what is new since ${since}: ${known} known${left.en}`,
    zh: `仅列出 ${since} 之后新增的问题：已知 ${known} 个未列出${left.zh}`,
  };
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
