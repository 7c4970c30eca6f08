import { type ByteSource, bytesSource } from '../core/model';
import { findModels } from './files/find-models';
import { absolute, shown } from './files/paths';
import type { Session } from './session';
import { UsageError } from './usage-error';

/** A model to look at. */
export interface Input {
  /** Absolute. */
  readonly path: string;
  /** As a person calls it. */
  readonly name: string;
  /** The bytes, closed by `use` when it returns. @throws FileError */
  use<T>(action: (source: ByteSource) => Promise<T>): Promise<T>;
}

/** The models that the command line names, sorted; that of standard input is read first. @throws UsageError */
export async function inputs(session: Session): Promise<Input[]> {
  const { operands } = session.given;
  const { host } = session;
  const fromStdin = session.switch('stdin') || operands.includes('-');
  const paths = operands.filter((operand) => operand !== '-');
  if (paths.length === 0 && !fromStdin) {
    throw new UsageError({
      en: 'no model: name a file, a folder or a glob, or `-` for standard input',
      zh: '未指定模型：请给出文件、文件夹或通配符；用 `-` 表示标准输入',
    });
  }
  const found = findModels(paths, {
    fs: host.fs,
    cwd: host.cwd,
    ignorePatterns: session.list('ignore-pattern'),
    useIgnoreFiles: session.switch('ignore') ?? true,
  });
  if (found.paths.length === 0 && !fromStdin) throw new UsageError(nothingFound(paths, found.ignored));
  const files = found.paths.map((path) => fileInput(session, path));
  return fromStdin ? [await standardInput(session), ...files] : files;
}

function fileInput({ host }: Session, path: string): Input {
  return {
    path,
    name: shown(host.cwd, path),
    async use(action) {
      const file = host.fs.open(path);
      try {
        return await action(file);
      } finally {
        file.close();
      }
    },
  };
}

async function standardInput(session: Session): Promise<Input> {
  const { host } = session;
  const name = session.value('stdin-filename') ?? 'stdin.onnx';
  const source = bytesSource(await host.stdin.read());
  const path = absolute(host.cwd, name);
  return { path, name: shown(host.cwd, path), use: (action) => action(source) };
}

function nothingFound(paths: readonly string[], ignored: number) {
  const where = paths.join(', ');
  if (ignored > 0) {
    return {
      en: `${where}: the only models there (${ignored}) are left out by .gitignore or --ignore-pattern; --no-ignore looks at them`,
      zh: `${where}：其中的模型（${ignored} 个）均被 .gitignore 或 --ignore-pattern 排除；可用 --no-ignore 检查`,
    };
  }
  return { en: `${where}: no .onnx or .onnxtxt file`, zh: `${where}：没有 .onnx 或 .onnxtxt 文件` };
}
