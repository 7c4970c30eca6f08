import type { Localized, Problem } from '../../model';
import type { ScriptKind } from './script-kind';

/** Files of more bytes are generated or data; no person ports them line by line. Notebooks keep pictures in them. */
const mostBytes = 4 * 1024 * 1024;
const mostNotebookBytes = 64 * 1024 * 1024;

/** A script as text, and what is wrong with its bytes. */
export interface ScriptText {
  /** Without the byte order mark; empty where the bytes are no text. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Whether UTF-8 of `text` (behind the mark, where there is one) gives the same bytes again: what a fix may write. */
  readonly isUtf8: boolean;
  readonly hasMark: boolean;
}

/**
 * Decodes a script: UTF-8, or the encoding that one of its first two lines declares as PEP 263 says
 * (`# -*- coding: gbk -*-`).
 */
export function scriptText(bytes: Uint8Array, kind: ScriptKind): ScriptText {
  const most = kind === 'notebook' ? mostNotebookBytes : mostBytes;
  if (bytes.length > most) return noText('script/too-large', tooLarge(bytes.length, most));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = decode(bytes, 'utf-8');
  // A text is searched ten times as fast as bytes.
  if (utf8?.includes('\0') ?? bytes.includes(0)) return noText('script/binary', binary);
  if (utf8 !== undefined) return { text: utf8, problems: [], isUtf8: true, hasMark };
  const declared = declaredEncoding(bytes);
  const text = declared === undefined ? undefined : decode(bytes, declared);
  if (text !== undefined) return { text, problems: [], isUtf8: false, hasMark: false };
  const problem = { code: 'script/encoding', severity: 'error', message: notUtf8(declared) } as const;
  return { text: new TextDecoder().decode(bytes), problems: [problem], isUtf8: false, hasMark };
}

function noText(code: string, message: Localized): ScriptText {
  return { text: '', problems: [{ code, severity: 'warning', message }], isUtf8: false, hasMark: false };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** PEP 263: in the first or second line. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 400));
  return /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/.exec(head)?.[1];
}

const binary: Localized = {
  en: 'This is no text: it has NUL bytes. It is not analysed.',
  zh: '该文件不是文本（含有 NUL 字节），未作分析。',
};

function tooLarge(size: number, most: number): Localized {
  return {
    en: `The file has ${size} bytes; scripts of more than ${most} are not analysed.`,
    zh: `文件大小为 ${size} 字节；超过 ${most} 字节的脚本不作分析。`,
  };
}

function notUtf8(declared: string | undefined): Localized {
  return declared === undefined
    ? {
        en: 'The file is not UTF-8 and declares no other encoding: Python refuses it. Save it as UTF-8, or declare its encoding in the first line (`# -*- coding: gbk -*-`).',
        zh: '文件不是 UTF-8，也未声明其他编码，Python 会拒绝加载。请另存为 UTF-8，或在首行声明编码（`# -*- coding: gbk -*-`）。',
      }
    : {
        en: `The file is neither UTF-8 nor ${declared}, the encoding that it declares.`,
        zh: `文件既不是 UTF-8，也不是其声明的编码 ${declared}。`,
      };
}
