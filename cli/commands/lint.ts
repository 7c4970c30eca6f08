import type { SettingsLayer, Threshold } from '../../core/lint';
import { Configurations } from '../configurations';
import { anyDeployment } from '../deployment';
import type { ExitCode } from '../host';
import { inputs } from '../input';
import type { EarlierReport } from '../lint/earlier-report';
import { type FixRequest, fixRequest } from '../lint/fix-request';
import type { FixLog } from '../lint/fixes';
import { LintRun } from '../lint/run';
import { threadsOption } from '../lint/threads-option';
import { type ReportedFile, wasRead } from '../report';
import { textOfReport } from '../saved-report';
import type { Session } from '../session';
import { UsageError } from '../usage-error';
import { reportOutputs, writeReports } from '../write-reports';

/** `portolan lint PATH...` */
export async function execute(session: Session): Promise<ExitCode> {
  const outputs = reportOutputs(session);
  const configurations = new Configurations(session, commandLine(session));
  const found = await inputs(session, ['graph', 'script', 'checkpoint']);
  const earlier = await earlierReport(session);
  const request = fixRequest(session);
  const log = request && (await fixLog(session, request));
  const run = new LintRun(session, configurations, found.length, request && log && { request, log }, earlier);
  await run.prepare(found, threadsOption(session));
  await run.lint(found);
  await run.finish();
  if (request?.diff) return run.files.some(wasRead) ? (log?.changed ? 1 : 0) : 2;

  const targets = [...new Set(configurations.used.flatMap((settings) => settings.targets))];
  const files = session.switch('quiet') ? run.files.map(errorsOnly) : run.files;
  const { scriptDestinations } = run;
  await writeReports(session, { files, targets, scriptDestinations, known: earlier?.known }, outputs);
  if (!run.files.some(wasRead)) return 2;
  return run.failed ? 1 : 0;
}

/** @throws UsageError where `--since` names no report of an earlier lint */
async function earlierReport(session: Session): Promise<EarlierReport | undefined> {
  const since = session.value('since');
  if (since === undefined) return undefined;
  const { EarlierReport } = await import('../lint/earlier-report');
  const report = EarlierReport.read(since, textOfReport(session, since));
  if (report !== undefined) return report;
  throw new UsageError({
    en: `${since}: this is no report that \`portolan lint --format json\` wrote`,
    zh: `${since}：不是 \`portolan lint --format json\` 生成的报告`,
  });
}

/** What makes a difference of two texts is loaded where something is to be fixed. */
async function fixLog(session: Session, request: FixRequest): Promise<FixLog> {
  const { FixLog } = await import('../lint/fixes');
  return new FixLog(session, request);
}

function commandLine(session: Session): SettingsLayer {
  const threshold = session.value('fail-on') as Threshold | undefined;
  return { ...anyDeployment(session), ...(threshold !== undefined && { threshold }) };
}

function errorsOnly(file: ReportedFile): ReportedFile {
  const isError = ({ severity }: { readonly severity: string }) => severity === 'error' || severity === 'silent';
  return { ...file, findings: file.findings.filter(isError), problems: file.problems.filter(isError) };
}
