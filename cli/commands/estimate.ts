import { choosePlan, type Estimate, type PlanningRequest, plansByDevices, sweep } from '../../core/estimate';
import {
  answerOf,
  comparison,
  estimatePage,
  estimateTables,
  loadText,
  modelText,
  noticesOf,
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
import { wrap } from '../terminal/wrap';

declare const PORTOLAN_VERSION: string;

type Chosen = readonly (readonly [PlanningRequest, Estimate])[];

/** `portolan estimate CONFIG --target T`: 1 where the model does not fit. */
export async function execute(session: Session): Promise<ExitCode> {
  const asked = await readRequest(session);
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
  else {
    printTables(session, asked, chosen);
    printEnd(session, asked, chosen);
  }
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
      findings: chosen.map(([of]) => asked.findingsOn(of.target, of.route)),
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

function printTables(session: Session, { limits, requests, name }: Asked, chosen: Chosen): void {
  const say = session.say.bind(session);
  const [[request, best]] = chosen as [readonly [PlanningRequest, Estimate]];
  if (session.switch('sweep') || requests.length > 1) {
    draw(session, [session.switch('sweep') ? sweepTable(sweep(request, limits), say) : comparison(chosen, say)]);
    return;
  }
  const others = limits.devices === undefined ? plansByDevices(request, limits, 5) : [];
  heading(session, `${name} · ${say(request.target.name)}`, 1);
  paragraph(session, `${say(modelText(request))} · ${say(loadText(request))}`);
  paragraph(session, say(answerOf(request, best)));
  draw(session, estimateTables(request, best, others, say));
}

/** What a reader must know before relying on the figures. */
function printEnd(session: Session, asked: Asked, chosen: Chosen): void {
  const say = session.say.bind(session);
  const notices = chosen.flatMap(([{ target, route }]) =>
    noticesOf(asked.findingsOn(target, route), chosen.length > 1, say),
  );
  list(session, words.before, notices);
  list(session, words.assumptions, [
    ...new Set(chosen.flatMap(([, { assumptions }]) => assumptions.map((one) => session.say(one)))),
  ]);
}

function draw(session: Session, tables: readonly Table[]): void {
  const colours = session.coloursFor(session.host.stdout);
  for (const table of tables) session.print(isMarkdown(session) ? drawMarkdown(table) : drawText(table, colours));
}

function list(session: Session, title: Localized, items: readonly string[]): void {
  if (items.length === 0) return;
  heading(session, session.say(title), 2);
  for (const item of items) {
    const [first = '', ...rest] = isMarkdown(session) ? [item] : wrap(item, columnsOf(session) - 4);
    session.print([`${isMarkdown(session) ? '-' : '  •'} ${first}`, ...rest.map((line) => `    ${line}`)].join('\n'));
  }
  session.print('\n');
}

function heading(session: Session, text: string, level: number): void {
  const colours = session.coloursFor(session.host.stdout);
  session.print(isMarkdown(session) ? `${'#'.repeat(level)} ${text}\n` : colours.bold(text));
}

function paragraph(session: Session, text: string): void {
  const lines = isMarkdown(session) ? [text] : wrap(text, columnsOf(session));
  session.print(`${lines.join('\n')}\n\n`);
}

/** Text of no terminal is wrapped at 100, and nothing is longer than is good to read. */
function columnsOf({ host }: Session): number {
  return Math.min(host.stdout.columns ?? 100, 120);
}

function isMarkdown(session: Session): boolean {
  return session.value('format') === 'markdown';
}
