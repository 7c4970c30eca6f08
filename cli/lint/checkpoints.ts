import { posix } from 'node:path';
import type { Settings } from '../../core/lint';
import { type CheckpointReport, lintCheckpoint } from '../../core/lint/checkpoint';
import { type CheckpointFolder, longestConfiguration, readBeside } from '../../core/llm';
import type { ByteSource, Problem, Task } from '../../core/model';
import { FileError, type FileSystem } from '../files/file-system';
import type { Input } from '../input';
import type { ReportedCheckpoint } from '../report';
import type { Session } from '../session';
import { reportedCheckpoint } from './reported-checkpoint';

/** Lints one language model's configuration, with the headers of the weights that lie beside it. */
export async function lintConfiguration(
  { host }: Session,
  { path, name }: Input,
  source: ByteSource,
  settings: Settings,
  task: Task,
): Promise<{ readonly file: ReportedCheckpoint; readonly report: CheckpointReport }> {
  const isTooLong = source.size > longestConfiguration;
  const text = isTooLong ? '{}' : new TextDecoder().decode(source.read(0, source.size));
  const beside = await readBeside(checkpointFolder(host.fs, posix.dirname(path)));
  const report = lintCheckpoint({ path, text, beside }, settings, task);
  const problems = isTooLong ? [tooLong(source.size)] : report.problems;
  return { report: { ...report, problems }, file: reportedCheckpoint({ ...report, problems }, name, text) };
}

/** A folder of the machine as the reader of checkpoints sees it. */
export function checkpointFolder(fs: FileSystem, folder: string): CheckpointFolder {
  const withSource = async <T>(name: string, use: (source: ByteSource) => T): Promise<T | undefined> => {
    try {
      const file = fs.open(posix.join(folder, name));
      try {
        return use(file);
      } finally {
        file.close();
      }
    } catch (error) {
      if (error instanceof FileError) return undefined;
      throw error;
    }
  };
  return {
    list: async () => fs.entries(folder).map(({ name }) => name),
    readText: (name, most) =>
      withSource(name, (source) =>
        source.size > most ? undefined : new TextDecoder().decode(source.read(0, source.size)),
      ),
    withSource,
  };
}

function tooLong(size: number): Problem {
  return {
    code: 'config/too-long',
    severity: 'error',
    message: {
      en: `A model's configuration has a few kilobytes; this file has ${size} bytes and is not read.`,
      zh: `模型配置文件通常只有几 KB；该文件有 ${size} 字节，不予读取。`,
    },
  };
}
