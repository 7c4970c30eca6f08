import { posix } from 'node:path';
import { scriptKindOf } from '../core/lint';
import { type ByteSource, bytesSource, type Localized } from '../core/model';
import { FileError, type FileSystem } from './files/file-system';
import type { FindOptions, FoundFiles } from './files/find-files';
import { absolute, shown } from './files/paths';
import type { Host } from './host';
import type { Session } from './session';
import { UsageError } from './usage-error';

/** Which analysis a file is for. */
export type InputKind = 'graph' | 'script' | 'checkpoint';

/** A file to look at. */
export interface Input {
  readonly kind: InputKind;
  /** Absolute. */
  readonly path: string;
  /** As a person calls it. */
  readonly name: string;
  /** Standard input: there is nothing to write fixes to. */
  readonly isStdin: boolean;
  /** The bytes, closed by `use` when it returns. @throws FileError */
  use<T>(action: (source: ByteSource) => Promise<T>): Promise<T>;
}

const named: Readonly<Record<InputKind, Localized>> = {
  graph: { en: '.onnx or .onnxtxt file', zh: '.onnx 或 .onnxtxt 文件' },
  script: {
    en: 'Python file, notebook, requirement list, shell script, Dockerfile, YAML file or DeepSpeed configuration',
    zh: 'Python 文件、notebook、依赖清单、shell 脚本、Dockerfile、YAML 文件或 DeepSpeed 配置',
  },
  checkpoint: { en: 'config.json of a language model', zh: '语言模型的 config.json' },
};

/** By its name; what is called like no script and no JSON is taken for a model. */
function kindOf(path: string): InputKind {
  if (isModel(path)) return 'graph';
  if (scriptKindOf(path) !== undefined) return 'script';
  return /\.json$/i.test(path) ? 'checkpoint' : 'graph';
}

/** `config.json`, and the `config_671B.json` of DeepSeek's own inference code, where they say that they are a model. */
async function checkpointTest({ fs, cwd }: Host, paths: readonly string[]): Promise<(path: string) => boolean> {
  // A file that is named is not asked what it is.
  if (areFiles(fs, cwd, paths)) return () => false;
  const { isModelConfiguration, longestConfiguration } = await import('../core/llm');
  return (path) => {
    if (!/^config(_[\w.]+)?\.json$/.test(posix.basename(path))) return false;
    try {
      const file = fs.open(path);
      try {
        if (file.size > longestConfiguration) return false;
        return isModelConfiguration(new TextDecoder().decode(file.read(0, file.size)));
      } finally {
        file.close();
      }
    } catch (error) {
      if (error instanceof FileError) return false;
      throw error;
    }
  };
}

/** Not an expression that ignores case, for which V8 makes Unicode's tables: two million instructions of every start. */
function isModel(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith('.onnx') || lower.endsWith('.onnxtxt');
}

/**
 * The files that the command line names, sorted; that of standard input is read first. Folders are searched for files of
 * `kinds`, and nothing but those is taken from them.
 *
 * @throws UsageError
 */
export async function inputs(session: Session, kinds: readonly InputKind[] = ['graph']): Promise<Input[]> {
  const { operands } = session.given;
  const { host } = session;
  const fromStdin = session.switch('stdin') || operands.includes('-');
  const paths = operands.filter((operand) => operand !== '-');
  if (paths.length === 0 && !fromStdin) {
    throw new UsageError({
      en: 'nothing to look at: name a file, a folder or a glob, or `-` for standard input',
      zh: '未指定要检查的内容：请给出文件、文件夹或通配符；用 `-` 表示标准输入',
    });
  }
  const isCheckpoint = kinds.includes('checkpoint') ? await checkpointTest(host, paths) : () => false;
  const found = await filesOf(paths, {
    fs: host.fs,
    cwd: host.cwd,
    ignorePatterns: session.list('ignore-pattern'),
    useIgnoreFiles: session.switch('ignore') ?? true,
    wanted: (path) => kinds.some((kind) => isOfKind(kind, path)),
  });
  if (found.paths.length === 0 && !fromStdin) throw new UsageError(nothingFound(paths, kinds, found.ignored));
  const kind = (path: string) => (kinds.includes('script') ? kindOf(path) : 'graph');
  const files = found.paths.map((path) => fileInput(session, path, kind(path)));
  return fromStdin ? [await standardInput(session, kind), ...files] : files;

  function isOfKind(kind: InputKind, path: string): boolean {
    if (kind === 'graph') return isModel(path);
    return kind === 'script' ? scriptKindOf(path) !== undefined : isCheckpoint(path);
  }
}

function areFiles(fs: FileSystem, cwd: string, paths: readonly string[]): boolean {
  return paths.every((path) => fs.kind(absolute(cwd, path)) === 'file');
}

/** The search through folders is loaded where there is anything to search. */
async function filesOf(paths: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const { fs, cwd, ignorePatterns } = options;
  if (ignorePatterns.length === 0 && areFiles(fs, cwd, paths)) {
    return { paths: [...new Set(paths.map((path) => absolute(cwd, path)))].sort(), ignored: 0 };
  }
  const { findFiles } = await import('./files/find-files');
  return findFiles(paths, options);
}

/** A file, called as it is seen from the current folder. */
export function fileInput({ host }: Session, path: string, kind: InputKind): Input {
  return {
    kind,
    isStdin: false,
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

async function standardInput(session: Session, kind: (path: string) => InputKind): Promise<Input> {
  const { host } = session;
  const name = session.value('stdin-filename') ?? 'stdin.onnx';
  const source = bytesSource(await host.stdin.read());
  const path = absolute(host.cwd, name);
  return { kind: kind(path), isStdin: true, path, name: shown(host.cwd, path), use: (action) => action(source) };
}

function nothingFound(paths: readonly string[], kinds: readonly InputKind[], ignored: number): Localized {
  const where = paths.join(', ');
  if (ignored > 0) {
    return {
      en: `${where}: the only files there to check (${ignored}) are left out by .gitignore or --ignore-pattern; --no-ignore looks at them`,
      zh: `${where}：其中可检查的文件（${ignored} 个）均被 .gitignore 或 --ignore-pattern 排除；可用 --no-ignore 检查`,
    };
  }
  return {
    en: `${where}: no ${kinds.map((kind) => named[kind].en).join(', no ')}`,
    zh: `${where}：没有${kinds.map((kind) => named[kind].zh).join('，也没有')}`,
  };
}
