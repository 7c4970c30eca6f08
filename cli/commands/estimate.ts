import { choosePlan, type Estimate, type PlanningRequest, plansByDevices, sweep } from '../../core/estimate';
import {
  comparison,
  estimatePage,
  estimateTables,
  reasonOf,
  sweepTable,
  type Table,
  words,
} from '../../core/estimate-report';
import type { Localized } from '../../core/model';
import { drawMarkdown, drawText } from '../estimate/draw';
import { estimateJson } from '../estimate/json';
import { type Asked, readRequest } from '../estimate/read-request';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import type { Session } from '../session';

declare const PORTOLAN_VERSION: string;

type Chosen = readonly (readonly [PlanningRequest, Estimate])[];

/** `portolan estimate CONFIG --target T`: 1 where the model does not fit. */
export async function execute(session: Session): Promise<ExitCode> {
  const asked = readRequest(session);
  const chosen: [PlanningRequest, Estimate][] = [];
  const left: Localized[] = [];
  for (const request of asked.requests) {
    const one = choosePlan(request, asked.limits);
    if (one === undefined) left.push(reasonOf(request));
    else chosen.push([request, one]);
  }
  const format = session.value('format');
  for (const reason of left) session.warn(reason);
  if (chosen.length === 0) return 1;
  if (format === 'html') session.print(page(session, asked, chosen, left));
  else if (format === 'json') session.print(jsonText(json(session, asked, chosen), 2));
  else printTables(session, asked, chosen);
  const fits = chosen.length === asked.requests.length && chosen.every(([, { memory }]) => memory.fit !== 'no');
  return fits ? 0 : 1;
}

function page({ language }: Session, asked: Asked, chosen: Chosen, left: readonly Localized[]): string {
  const { limits, name } = asked;
  const [[request]] = chosen as [readonly [PlanningRequest, Estimate]];
  return estimatePage(
    {
      name,
      chosen,
      left,
      byDevices: chosen.length === 1 && limits.devices === undefined ? plansByDevices(request, limits, 5) : [],
      sweeps: chosen.map(([of]) => sweep(of, limits)),
      version: PORTOLAN_VERSION,
    },
    language,
  );
}

function json(session: Session, { limits, requests, name }: Asked, chosen: Chosen): unknown {
  const [[request, best]] = chosen as [readonly [PlanningRequest, Estimate]];
  if (session.switch('sweep')) {
    const points = sweep(request, limits).map(({ concurrency, estimate }) => ({
      concurrency,
      ...estimateJson(request, estimate, name, session),
    }));
    return { version: 1, points };
  }
  if (requests.length === 1) return estimateJson(request, best, name, session);
  return { version: 1, estimates: chosen.map(([of, one]) => estimateJson(of, one, name, session)) };
}

function printTables(session: Session, { limits, requests }: Asked, chosen: Chosen): void {
  const say = session.say.bind(session);
  const [[request, best]] = chosen as [readonly [PlanningRequest, Estimate]];
  if (session.switch('sweep')) print(session, [sweepTable(sweep(request, limits), say)], [best]);
  else if (requests.length > 1) {
    const estimates = chosen.map(([, one]) => one);
    print(session, [comparison(chosen, say)], estimates);
  } else {
    const others = limits.devices === undefined ? plansByDevices(request, limits, 5) : [];
    print(session, estimateTables(request, best, others, say), [best]);
  }
}

function print(session: Session, tables: readonly Table[], estimates: readonly Estimate[]): void {
  const isMarkdown = session.value('format') === 'markdown';
  const colours = session.coloursFor(session.host.stdout);
  for (const table of tables) session.print(isMarkdown ? drawMarkdown(table) : drawText(table, colours));
  const title = session.say(words.assumptions);
  session.print(isMarkdown ? `## ${title}\n` : colours.bold(title));
  const said = new Set(estimates.flatMap(({ assumptions }) => assumptions.map((one) => session.say(one))));
  for (const one of said) session.print(`${isMarkdown ? '-' : '  •'} ${one}`);
}
