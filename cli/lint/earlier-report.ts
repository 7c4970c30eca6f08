import type { Known, ReportedFile } from '../report';
import { fingerprintOf, problemFingerprintOf } from '../reporters/fingerprint';

/** How many findings and problems of one file have a fingerprint. */
type Counts = Map<string, number>;

/** What a report of `portolan lint --format json` told, so that a later one tells what is new. */
export class EarlierReport {
  readonly #files: ReportedFile[] = [];
  #known = 0;

  private constructor(
    private readonly name: string,
    /** By the path of the file: what was told, less what has been met again. */
    private readonly told: ReadonlyMap<string, Counts>,
  ) {}

  /** @param name how the report was named. Undefined where the text is no such report. */
  static read(name: string, text: string): EarlierReport | undefined {
    const files = filesOf(text);
    return files && new EarlierReport(name, new Map(files.map((file) => [file.path, countsOf(file)])));
  }

  /** The file with what is new. What stands in the earlier report n times is known n times. */
  newOf(file: ReportedFile): ReportedFile {
    this.#files.push(file);
    const counts = this.told.get(file.path);
    if (counts === undefined) return file;
    return {
      ...file,
      findings: file.findings.filter((finding) => !this.#meets(fingerprintOf(finding, file), counts)),
      problems: file.problems.filter((problem) => !this.#meets(problemFingerprintOf(problem, file), counts)),
    };
  }

  /** After all files. Of files that were not looked at nobody knows whether their findings are gone. */
  get known(): Known {
    let gone = 0;
    for (const { path } of this.#files) for (const left of this.told.get(path)?.values() ?? []) gone += left;
    return { since: this.name, findings: this.#known, gone, files: this.#files };
  }

  #meets(fingerprint: string, counts: Counts): boolean {
    const left = counts.get(fingerprint) ?? 0;
    if (left === 0) return false;
    counts.set(fingerprint, left - 1);
    this.#known += 1;
    return true;
  }
}

interface EarlierFile {
  readonly path: string;
  readonly findings: readonly EarlierFinding[];
  readonly problems: readonly EarlierFinding[];
}

interface EarlierFinding {
  readonly fingerprint: string;
}

function countsOf({ findings, problems }: EarlierFile): Counts {
  const counts: Counts = new Map();
  for (const { fingerprint } of [...findings, ...problems]) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

function filesOf(text: string): readonly EarlierFile[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, files } = (value ?? {}) as { version?: unknown; files?: unknown };
  return version === 1 && Array.isArray(files) && files.every(isFile) ? files : undefined;
}

function isFile(value: unknown): value is EarlierFile {
  const { path, findings, problems } = (value ?? {}) as Partial<EarlierFile>;
  return typeof path === 'string' && [findings, problems].every((list) => Array.isArray(list) && list.every(isFinding));
}

function isFinding(value: unknown): value is EarlierFinding {
  return typeof (value as Partial<EarlierFinding> | null)?.fingerprint === 'string';
}
