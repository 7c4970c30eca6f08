/** A text in every language that Portolan speaks. Both are required, so the compiler refuses a message without Chinese. */
export interface Localized {
  readonly en: string;
  readonly zh: string;
}

export type Language = 'en' | 'zh-cn';

/** The text in `language`. */
export function inLanguage(text: Localized, language: Language): string {
  return language === 'zh-cn' ? text.zh : text.en;
}

/** The language that a locale such as `zh-CN`, `zh_CN.UTF-8` or `de` is best served by. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && /^zh\b|^zh[-_]/i.test(locale) ? 'zh-cn' : 'en';
}
