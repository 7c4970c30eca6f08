import { findGraphRule } from '../core/lint';
import { type Format, formats } from './arguments/options';
import { mustBeOneOf } from './arguments/parse';
import { absolute } from './files/paths';
import type { Report } from './report';
import { reporters } from './reporters';
import type { ReporterOptions } from './reporters/reporter';

import type { Session } from './session';
import { inChunks } from './terminal/chunks';
import { colours } from './terminal/colours';
import { UsageError } from './usage-error';

/** A report to write: to standard output where no file is named. */
export interface FormatOutput<F extends string> {
  readonly format: F;
  readonly file: string | undefined;
}

export type ReportOutput = FormatOutput<Format>;

/** Text of no terminal is wrapped at this. */
const defaultColumns = 100;
/** Longer lines are hard to read, however wide the terminal is. */
const mostColumns = 140;

/** What `--format` asks for; under GitHub Actions, annotations come with the text. @throws UsageError */
export function reportOutputs(session: Session): ReportOutput[] {
  const given = session.list('format');
  if (given.length === 0) {
    const text: ReportOutput = { format: 'text', file: undefined };
    const inActions = session.host.env['GITHUB_ACTIONS'] === 'true';
    return inActions ? [text, { format: 'github', file: undefined }] : [text];
  }
  return outputsOf(session, formats);
}

/** What `--format FORMAT[=FILE]` asks for, the first of `choices` where it is not given. @throws UsageError */
export function outputsOf<F extends string>(session: Session, choices: readonly F[]): FormatOutput<F>[] {
  const given = session.list('format');
  if (given.length === 0) return [{ format: choices[0]!, file: undefined }];
  const outputs = given.map((value): FormatOutput<F> => {
    const equals = value.indexOf('=');
    const format = equals < 0 ? value : value.slice(0, equals);
    mustBeOneOf(format, choices, '--format');
    return { format: format as F, file: equals < 0 ? undefined : value.slice(equals + 1) };
  });
  const printed = outputs.filter(({ file }) => file === undefined).map(({ format }) => format);
  const alone = printed.find((format) => /^(json|sarif|html)$/.test(format));
  if (alone !== undefined && printed.length > 1) {
    throw new UsageError({
      en: `--format ${alone} has standard output to itself; write the other to a file: --format ${alone}=FILE`,
      zh: `--format ${alone} 须独占标准输出；请把其中之一写入文件：--format ${alone}=FILE`,
    });
  }
  return outputs;
}

/** A report on graphs alone needs none of the other rules, and does not load them. */
async function rulesFor({ files }: Report): Promise<ReporterOptions['ruleOf']> {
  if (files.every(({ kind }) => kind === 'graph')) return findGraphRule;
  return (await import('../rules/checks')).findRule;
}

/** @throws FileError where a file cannot be written */
export async function writeReports(session: Session, report: Report, outputs: readonly ReportOutput[]): Promise<void> {
  const { host, language } = session;
  const ruleOf = await rulesFor(report);
  for (const { format, file } of outputs) {
    const reporter = await reporters[format]();
    const options: ReporterOptions = {
      language,
      colours: file === undefined ? session.coloursFor(host.stdout) : colours(false),
      columns: file === undefined ? Math.min(host.stdout.columns ?? defaultColumns, mostColumns) : defaultColumns,
      all: session.switch('all') ?? false,
      ruleOf,
    };
    const parts = reporter(report, options);
    if (file === undefined) for (const part of inChunks(parts)) host.stdout.write(part);
    else host.fs.write(absolute(host.cwd, file), inChunks(parts));
  }
}
