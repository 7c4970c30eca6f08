import { type Effort, efforts, type Porting } from '../../core/lint';
import { inLanguage, type Language, type Localized } from '../../core/model';
import { formatInteger } from '../terminal/quantities';

export const effortWords: Readonly<Record<Effort, Localized>> = {
  safe: { en: 'safe fix', zh: '可安全修复' },
  review: { en: 'fix to review', zh: '修复需复核' },
  manual: { en: 'by hand', zh: '需手动处理' },
};

/** `12 to port: 3 safe fix, 5 fix to review, 4 by hand` */
export function portingHeadline({ findings, byEffort }: Porting, language: Language): string {
  if (findings === 0) return inLanguage({ en: 'nothing left to port', zh: '没有待移植之处' }, language);
  const parts = efforts
    .filter((effort) => byEffort[effort] > 0)
    .map((effort) => `${inLanguage(effortWords[effort], language)} ${formatInteger(byEffort[effort])}`);
  const head = inLanguage(
    { en: `${formatInteger(findings)} left to port`, zh: `待移植 ${formatInteger(findings)} 处` },
    language,
  );
  return `${head} (${parts.join(' · ')})`;
}
