import { choosePlan, type Estimate, type PlanningRequest, plansByDevices, sweep } from '../../core/estimate';
import { drawMarkdown, drawText } from '../estimate/draw';
import { estimateJson } from '../estimate/json';
import { readRequest } from '../estimate/read-request';
import { comparison, estimateTables, reasonOf, sweepTable, type Table } from '../estimate/tables';
import { words } from '../estimate/words';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import type { Session } from '../session';

/** `portolan estimate CONFIG --target T`: 1 where the model does not fit. */
export async function execute(session: Session): Promise<ExitCode> {
  const { requests, limits } = readRequest(session);
  const say = session.say.bind(session);
  const chosen: [PlanningRequest, Estimate][] = [];
  for (const request of requests) {
    const one = choosePlan(request, limits);
    if (one === undefined) session.warn(reasonOf(request));
    else chosen.push([request, one]);
  }
  const [first] = chosen;
  if (first === undefined) return 1;
  const [request, best] = first;
  const isJson = session.value('format') === 'json';
  if (session.switch('sweep')) {
    const points = sweep(request, limits);
    if (isJson) {
      const list = points.map((point) => ({
        concurrency: point.concurrency,
        ...estimateJson(request, point.estimate, session),
      }));
      session.print(jsonText({ version: 1, points: list }, 2));
    } else print(session, [sweepTable(points, say)], [best]);
  } else if (isJson) {
    const list = chosen.map(([of, one]) => estimateJson(of, one, session));
    session.print(jsonText(requests.length === 1 ? list[0] : { version: 1, estimates: list }, 2));
  } else if (requests.length > 1) {
    print(
      session,
      [comparison(chosen, say)],
      chosen.map(([, one]) => one),
    );
  } else {
    const others = limits.devices === undefined ? plansByDevices(request, limits, 5) : [];
    print(session, estimateTables(request, best, others, say), [best]);
  }
  const all = chosen.length === requests.length && chosen.every(([, { memory }]) => memory.fit !== 'no');
  return all ? 0 : 1;
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
