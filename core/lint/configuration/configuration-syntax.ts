import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import type { Localized } from '../../model';

/** What JSON asks for at a place, by jsonc-parser's name of the error. */
const messages: ReadonlyMap<string, Localized> = new Map([
  ['PropertyNameExpected', { en: 'A key in double quotes is expected here.', zh: '此处应为双引号括起的键。' }],
  ['ValueExpected', { en: 'A value is expected here.', zh: '此处应为一个值。' }],
  ['ColonExpected', { en: 'A colon is expected here.', zh: '此处应为冒号。' }],
  ['CommaExpected', { en: 'A comma is expected here.', zh: '此处应为逗号。' }],
  ['CloseBraceExpected', { en: 'The brace } is missing here.', zh: '此处缺少右花括号 }。' }],
  ['CloseBracketExpected', { en: 'The bracket ] is missing here.', zh: '此处缺少右方括号 ]。' }],
  ['EndOfFileExpected', { en: 'Nothing may follow the configuration.', zh: '配置内容之后不应再有其他内容。' }],
  ['UnexpectedEndOfString', { en: 'This string has no end.', zh: '字符串没有结束。' }],
  ['UnexpectedEndOfComment', { en: 'This comment has no end.', zh: '注释没有结束。' }],
]);

export function syntaxMessage(error: ParseErrorCode): Localized {
  const name = printParseErrorCode(error);
  return messages.get(name) ?? { en: `Not valid JSON (${name}).`, zh: `不是合法的 JSON（${name}）。` };
}
