import { warnOfUnknownDimensions } from '../deployment';
import type { ExitCode } from '../host';
import { inputs } from '../input';
import { describeInput, tellProblems } from '../model-run';
import { operatorJson, operatorJsonLines } from '../operators/json';
import { operatorListings } from '../operators/listing';
import { operatorTable } from '../operators/table';
import type { Session } from '../session';
import { inChunks } from '../terminal/chunks';
import { UsageError } from '../usage-error';

/** `portolan ops MODEL...` */
export async function execute(session: Session): Promise<ExitCode> {
  const format = session.value('format') ?? 'text';
  const models = await inputs(session);
  if (format === 'json' && (models.length > 1 || session.list('target').length > 1)) {
    throw new UsageError({
      en: '--format json is one object: for one model and one target; for several use --format jsonl, one object a line',
      zh: '--format json 只输出一个对象，仅限一个模型和一个目标；多个请用 --format jsonl，每行一个对象',
    });
  }
  let nothingRead = true;
  for (const model of models) {
    const report = await describeInput(session, model);
    if (!tellProblems(session, model, report)) nothingRead = false;
    warnOfUnknownDimensions(session, [report]);
    const listings = operatorListings(model.name, report);
    const parts =
      format === 'text'
        ? operatorTable(listings, session)
        : format === 'json'
          ? operatorJson(listings[0]!, session.language)
          : operatorJsonLines(listings, session.language);
    for (const chunk of inChunks(parts)) session.host.stdout.write(chunk);
  }
  return nothingRead ? 2 : 0;
}
