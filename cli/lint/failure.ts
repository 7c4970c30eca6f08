import { scriptKindOf } from '../../core/lint';
import type { Localized } from '../../core/model';
import { FileError } from '../files/file-system';
import type { Input } from '../input';
import type { ReportedFile } from '../report';

/** What is reported of a file that could not be read, or on which the program itself failed. */
export function messageOfFailure(input: Input, error: unknown): ReportedFile {
  if (error instanceof FileError) return unreadable(input, 'file/unreadable', error.text);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return unreadable(input, 'portolan/internal-error', {
    en: `Portolan itself failed on this file; please report it with the file. ${trace}`,
    zh: `Portolan 在处理该文件时内部出错，请连同该文件一并反馈。${trace}`,
  });
}

function unreadable({ kind, name, path }: Input, code: string, message: Localized): ReportedFile {
  const base = { path: name, findings: [], problems: [{ code, severity: 'error', message } as const], ignored: 0 };
  if (kind === 'graph') return { ...base, kind, coverage: [], outline: undefined };
  if (kind === 'checkpoint') return { ...base, kind, outline: undefined, text: undefined };
  return { ...base, kind, language: scriptKindOf(path) ?? 'python', text: undefined };
}
