import type { SettingsLayer } from '../../core/lint';
import {
  buildReport,
  type EarlierReport,
  type PortingReport,
  portingJson,
  portingMarkdown,
  portingPage,
  readEarlierReport,
} from '../../core/porting-report';
import { Configurations } from '../configurations';
import { anyDeployment } from '../deployment';
import { absolute, shown } from '../files/paths';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import { threadsOption } from '../lint/threads-option';
import { survey } from '../porting/survey';
import { textOfReport } from '../saved-report';
import type { Session } from '../session';
import { UsageError } from '../usage-error';
import { type FormatOutput, outputsOf } from '../write-reports';

declare const PORTOLAN_VERSION: string;

const reportFormats = ['markdown', 'html', 'json'] as const;
type ReportFormat = (typeof reportFormats)[number];

/** `portolan report PATH...`: what ties a folder to CUDA. It judges nothing: the exit code is 0 where anything was read. */
export async function execute(session: Session): Promise<ExitCode> {
  const outputs = outputsOf(session, reportFormats);
  const earlier = earlierReport(session);
  const configurations = new Configurations(session, anyDeployment(session) as SettingsLayer);
  const surveyed = await survey(session, configurations, threadsOption(session));
  if (surveyed.destinations.length === 0) {
    throw new UsageError({ en: 'no target that scripts can be carried to', zh: '没有可以移植脚本的目标' });
  }
  const { cwd } = session.host;
  const report = buildReport({
    ...surveyed,
    name: nameOf(session),
    operands: session.given.operands,
    date: dateOf(session),
    earlier,
    pathOf: (path) => shown(cwd, path),
  });
  for (const output of outputs) write(report, output, session);
  return surveyed.scripts.length === 0 ? 2 : 0;
}

/** The folder's own name, also where it is called `.`. */
function nameOf({ host, given }: Session): string {
  return given.operands
    .map((operand) => shown(host.cwd, absolute(host.cwd, operand)))
    .map((name) => (name === '.' ? host.cwd.slice(host.cwd.lastIndexOf('/') + 1) : name))
    .join(', ');
}

/** Reproducible where SOURCE_DATE_EPOCH says which day it is. */
function dateOf({ host }: Session): string {
  const seconds = Number(host.env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString().slice(0, 10) : host.today();
}

function earlierReport(session: Session): EarlierReport | undefined {
  const since = session.value('since');
  if (since === undefined) return undefined;
  const earlier = readEarlierReport(textOfReport(session, since));
  if (earlier !== undefined) return earlier;
  throw new UsageError({
    en: `${since}: this is no report that \`portolan report --format json\` wrote`,
    zh: `${since}：不是 \`portolan report --format json\` 生成的报告`,
  });
}

function write(report: PortingReport, { format, file }: FormatOutput<ReportFormat>, session: Session): void {
  const text = drawn(report, format, session);
  const { host } = session;
  if (file === undefined) session.print(text);
  else host.fs.write(absolute(host.cwd, file), [text]);
}

function drawn(report: PortingReport, format: ReportFormat, { language }: Session): string {
  switch (format) {
    case 'html':
      return portingPage(report, PORTOLAN_VERSION, language);
    case 'markdown':
      return portingMarkdown(report, PORTOLAN_VERSION, language);
    case 'json':
      return `${jsonText(portingJson(report, PORTOLAN_VERSION, language), 2)}\n`;
  }
}
