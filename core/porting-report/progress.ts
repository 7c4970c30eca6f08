import type { FilePorting, PortingReport, Progress } from './report';

/** Counts of an earlier report, as far as a later one is compared with it. */
export interface EarlierReport {
  readonly date: string;
  readonly targets: readonly {
    readonly target: string;
    readonly route: string;
    readonly files: readonly Pick<FilePorting, 'path' | 'rules'>[];
  }[];
}

/** What a saved report says; undefined where the text is no such report. */
export function readEarlierReport(text: string): EarlierReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isEarlier(value) ? value : undefined;
}

function isEarlier(value: unknown): value is EarlierReport {
  const { version, date, targets } = (value ?? {}) as Partial<EarlierReport & { version: unknown }>;
  if (version !== 1 || typeof date !== 'string' || !Array.isArray(targets)) return false;
  return targets.every(
    (one) =>
      typeof one?.target === 'string' &&
      typeof one.route === 'string' &&
      Array.isArray(one.files) &&
      one.files.every((file: unknown) => isRecord(file) && typeof file['path'] === 'string' && isCounts(file['rules'])),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): boolean {
  return (
    isRecord(value) && Object.values(value).every((count) => Number.isSafeInteger(count) && (count as number) >= 0)
  );
}

/** Findings are compared by file and rule: lines move, and a finding that moved is neither solved nor new. */
export function progressOf(
  { target, route }: Pick<PortingReport['targets'][number], 'target' | 'route'>,
  files: readonly FilePorting[],
  earlier: EarlierReport,
): Progress | undefined {
  const then = earlier.targets.find((one) => one.target === target && one.route === route);
  if (then === undefined) return undefined;
  const before = countsOf(then.files);
  const now = countsOf(files);
  const rules = new Map<string, { before: number; now: number }>();
  let solved = 0;
  let added = 0;
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(key) ?? 0, now.get(key) ?? 0];
    solved += Math.max(0, was - is);
    added += Math.max(0, is - was);
    const rule = key.slice(key.lastIndexOf('\n') + 1);
    const sums = rules.get(rule) ?? { before: 0, now: 0 };
    rules.set(rule, { before: sums.before + was, now: sums.now + is });
  }
  return {
    date: earlier.date,
    before: [...before.values()].reduce((sum, count) => sum + count, 0),
    solved,
    added,
    rules: [...rules]
      .map(([rule, counts]) => ({ rule, ...counts }))
      .filter((counts) => counts.before !== counts.now)
      .sort((a, b) => Math.abs(b.before - b.now) - Math.abs(a.before - a.now) || (a.rule < b.rule ? -1 : 1)),
  };
}

function countsOf(files: readonly Pick<FilePorting, 'path' | 'rules'>[]): Map<string, number> {
  return new Map(
    files.flatMap(({ path, rules }) =>
      Object.entries(rules).map(([rule, count]) => [`${path}\n${rule}`, count] as const),
    ),
  );
}
