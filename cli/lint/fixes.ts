import { createTwoFilesPatch } from 'diff';
import { planScriptDestinations, type Settings } from '../../core/lint';
import type { ScriptText } from '../../core/lint/script';
import type { Fix } from '../../core/model';
import type { Input } from '../input';
import type { Session } from '../session';
import { UsageError } from '../usage-error';
import type { FixRequest } from './fix-request';

/** Fixes that are specific to a target cannot serve two. @throws UsageError */
export function checkFixTargets({ level }: FixRequest, settings: Settings): void {
  const { destinations } = planScriptDestinations(settings);
  if (level === 'safe' || destinations.length < 2) return;
  const names = destinations.map(({ target }) => target.id).join(', ');
  throw new UsageError({
    en: `--fix=review: such fixes are specific to a target, and there are several (${names}); name one with --target`,
    zh: `--fix=review：这类修复针对某一个目标，而当前有多个目标（${names}）；请用 --target 指定一个`,
  });
}

/** What was done to files, for the end of the run. */
export class FixLog {
  files = 0;
  fixes = 0;
  /** Whether a file was, or would be, changed. */
  get changed(): boolean {
    return this.files > 0;
  }

  constructor(
    private readonly session: Session,
    private readonly request: FixRequest,
  ) {}

  /** Writes the fixed text, or prints how it differs. @throws UsageError for standard input, FileError */
  keep({ path, name, isStdin }: Input, before: ScriptText, after: string, applied: readonly Fix[]): void {
    if (after === before.text) return;
    if (isStdin && !this.request.diff) throw new UsageError(noFile);
    this.files += 1;
    this.fixes += applied.length;
    if (this.request.diff) this.session.print(unifiedDiff(name, before.text, after));
    else this.session.host.fs.write(path, [before.hasMark ? '\ufeff' : '', after]);
  }

  /** Tells what was done, on standard error: the report is about what is left. */
  tell(): void {
    if (this.request.diff) return;
    const { files, fixes } = this;
    this.session.warn({
      en: `${fixes} fix${fixes === 1 ? '' : 'es'} applied in ${files} file${files === 1 ? '' : 's'}`,
      zh: `已在 ${files} 个文件中应用 ${fixes} 处修复`,
    });
  }
}

const noFile = {
  en: '--fix: standard input is no file to write to; --diff prints what would change',
  zh: '--fix：标准输入没有可写入的文件；可用 --diff 输出将作的修改',
};

/** As `patch -p1` and `git apply` take it; one of a file elsewhere holds from the root of the file system. */
function unifiedDiff(path: string, before: string, after: string): string {
  const name = path.replace(/^\/+/, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}
