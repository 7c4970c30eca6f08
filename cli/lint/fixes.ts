import { createTwoFilesPatch } from 'diff';
import { planScriptDestinations, type Settings } from '../../core/lint';
import type { Localized } from '../../core/model';
import { FileError } from '../files/file-system';
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

/** What fixes make of a script. */
export interface FixOutcome {
  /** Absent where they leave it as it is. */
  readonly change?: TextChange;
  /** Why fixes were not applied, where some were not. */
  readonly refused?: Localized;
}

interface TextChange {
  readonly before: string;
  readonly after: string;
  /** Whether the file begins with a byte order mark. */
  readonly hasMark: boolean;
  /** How many fixes are in it. */
  readonly fixes: number;
}

interface Pending {
  readonly input: Input;
  readonly change: TextChange;
  readonly failed: (error: FileError) => void;
}

/**
 * What is done to files, for the end of the run. Nothing is written before all files have been looked at: what is found in
 * one does not depend on which others came before it, nor on the thread that looked at them.
 */
export class FixLog {
  files = 0;
  fixes = 0;
  readonly #pending: Pending[] = [];
  /** Whether a file was, or would be, changed. */
  get changed(): boolean {
    return this.files > 0;
  }

  constructor(
    private readonly session: Session,
    private readonly request: FixRequest,
  ) {}

  /**
   * Prints how a file differs, or keeps its fixed text to be written.
   *
   * @param failed called where it could not be written
   * @throws UsageError for standard input
   */
  note(input: Input, { change, refused }: FixOutcome, failed: (error: FileError) => void): void {
    if (refused !== undefined) this.#warn(input, refused);
    if (change === undefined) return;
    if (!this.request.diff) {
      if (input.isStdin) throw new UsageError(noFile);
      this.#pending.push({ input, change, failed });
      return;
    }
    this.#count(change);
    this.session.print(unifiedDiff(input.name, change.before, change.after));
  }

  /** Writes the fixed texts. */
  write(): void {
    for (const { input, change, failed } of this.#pending.splice(0)) {
      try {
        this.#write(input, change);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        failed(error);
      }
    }
  }

  #write(input: Input, change: TextChange): void {
    const { fs } = this.session.host;
    if (fs.readText(input.path)?.replace(/^\ufeff/, '') === change.before) {
      fs.write(input.path, [change.hasMark ? '\ufeff' : '', change.after]);
      this.#count(change);
    } else this.#warn(input, changedMeanwhile);
  }

  #count({ fixes }: TextChange): void {
    this.files += 1;
    this.fixes += fixes;
  }

  #warn({ name }: Input, { en, zh }: Localized): void {
    this.session.warn({ en: `${name}: ${en}`, zh: `${name}：${zh}` });
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

const changedMeanwhile: Localized = {
  en: 'It was changed while it was looked at; its fixes were not applied. Run the command again.',
  zh: '检查期间该文件被修改，未应用其中的修复。请重新运行该命令。',
};

/** As `patch -p1` and `git apply` take it; one of a file elsewhere holds from the root of the file system. */
function unifiedDiff(path: string, before: string, after: string): string {
  const name = path.replace(/^\/+/, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}
