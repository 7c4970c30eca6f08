import type { ByteSource, CheckpointFiles, Problem } from '../../model';
import { isModelSlimDescription } from './modelslim';
import { readSafetensorsHeader } from './safetensors';

/** The folder of a configuration, as its host reads it. Names are of files in the folder itself. */
export interface CheckpointFolder {
  list(): Promise<readonly string[]>;
  /** Undefined where there is no such file, or it is longer than `most` bytes. */
  readText(name: string, most: number): Promise<string | undefined>;
  /** What `use` gives for the file's bytes; undefined where it cannot be read in parts. */
  withSource<T>(name: string, use: (source: ByteSource) => T): Promise<T | undefined>;
}

export interface BesideFiles {
  readonly files: CheckpointFiles | undefined;
  readonly quantizationDescription: string | undefined;
  readonly hasQuantizationDescription: boolean;
  readonly problems: readonly Problem[];
}

/** DeepSeek-R1 has 163 files; headers of more than this many are not read. */
const mostFiles = 2048;
/** R1's index has 9 MB, descriptions of msModelSlim some 7 MB. */
const longestText = 64 << 20;

/** What lies beside a config.json: the headers of its weights, and msModelSlim's description of them. */
export async function readBeside(folder: CheckpointFolder): Promise<BesideFiles> {
  const names = await folder.list();
  const description = names.find(isModelSlimDescription);
  const weights = names.filter((name) => name.endsWith('.safetensors')).sort();
  const indexName = names.find((name) => name.endsWith('.safetensors.index.json'));
  const indexed = indexName === undefined ? undefined : filesOfIndex(await folder.readText(indexName, longestText));
  const missing = (indexed ?? []).filter((name) => !names.includes(name));
  const read = await readHeaders(
    folder,
    indexed === undefined ? weights : weights.filter((name) => indexed.includes(name)),
  );
  const text = description === undefined ? undefined : await folder.readText(description, longestText);
  return {
    files: weights.length === 0 ? undefined : { ...read.files, ...(missing.length > 0 && { tensorBytes: undefined }) },
    quantizationDescription: text,
    hasQuantizationDescription: description !== undefined,
    // A configuration by itself is a usual thing to have: files are missing only where some of them are there.
    problems: weights.length > 0 && missing.length > 0 ? [...read.problems, missingFiles(missing)] : read.problems,
  };
}

async function readHeaders(
  folder: CheckpointFolder,
  names: readonly string[],
): Promise<{ files: CheckpointFiles; problems: Problem[] }> {
  const bytesByType = new Map<string, number>();
  const problems: Problem[] = [];
  let tensors = 0;
  let isWhole = names.length <= mostFiles;
  for (const name of names.slice(0, mostFiles)) {
    const header = await folder.withSource(name, readSafetensorsHeader);
    if (header === undefined || header.problems.length > 0) isWhole = false;
    problems.push(...(header?.problems ?? []).map((problem) => inFile(problem, name)));
    for (const { type, bytes } of header?.tensors ?? []) {
      tensors += 1;
      bytesByType.set(type, (bytesByType.get(type) ?? 0) + bytes);
    }
  }
  const tensorBytes = [...bytesByType.values()].reduce((sum, bytes) => sum + bytes, 0);
  return {
    files: { tensorBytes: isWhole ? tensorBytes : undefined, tensors, files: names.length, bytesByType },
    problems,
  };
}

/** The files that an index names; undefined where it is none. */
function filesOfIndex(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  try {
    const { weight_map: map } = JSON.parse(text) as { weight_map?: Readonly<Record<string, unknown>> };
    if (typeof map !== 'object' || map === null) return undefined;
    return [...new Set(Object.values(map))].filter((name) => typeof name === 'string').slice(0, mostFiles);
  } catch {
    return undefined;
  }
}

/** Told on the configuration, in whose text offsets of another file mean nothing. */
function inFile({ code, severity, message, byteOffset }: Problem, name: string): Problem {
  return {
    code,
    severity,
    message: {
      en: `${name}: ${message.en}${byteOffset ? ` (byte ${byteOffset})` : ''}`,
      zh: `${name}：${message.zh}${byteOffset ? `（字节偏移 ${byteOffset}）` : ''}`,
    },
  };
}

function missingFiles(names: readonly string[]): Problem {
  const [first] = names;
  return {
    code: 'safetensors/missing',
    severity: 'error',
    message: {
      en: `The index names ${names.length} files of weights that are not there, ${first} among them.`,
      zh: `索引中列出的权重文件有 ${names.length} 个不存在，例如 ${first}。`,
    },
  };
}
