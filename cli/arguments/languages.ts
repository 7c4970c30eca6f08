import { type Language, languageOf } from '../../core/model';
import type { Host } from '../host';
import { UsageError } from '../usage-error';

/** The language of the environment, by the order of POSIX. */
export function environmentLanguage(env: Host['env']): Language {
  return languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
}

/** The value of `--lang`: en, zh-cn, or what a locale calls them. @throws UsageError */
export function languageOption(value: string): Language {
  if (/^(en|zh)([-_.]|$)/i.test(value)) return languageOf(value);
  throw new UsageError({
    en: `--lang: unknown language "${value}" (one of: en, zh-cn)`,
    zh: `--lang：未知语言“${value}”（可选：en、zh-cn）`,
  });
}

/** What `--lang` asks for, found before anything else is read, so that even a usage error is in that language. */
export function languageOfArguments(argv: readonly string[], env: Host['env']): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const value = at < 0 ? undefined : options[at] === '--lang' ? options[at + 1] : options[at]?.slice('--lang='.length);
  return value !== undefined && /^(en|zh)([-_.]|$)/i.test(value) ? languageOf(value) : environmentLanguage(env);
}
