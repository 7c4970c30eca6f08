import { choosePlan, type Estimate, estimate, type PlanningRequest, plansByDevices, sweep } from '../../core/estimate';
import {
  answerOf,
  assumptionTexts,
  type Chosen,
  comparison,
  confidenceTexts,
  estimatePage,
  estimateTables,
  loadText,
  modelText,
  noticesOf,
  reasonOf,
  short,
  sweepTable,
  words,
} from '../../core/estimate-report';
import type { Finding, Localized } from '../../core/model';
import type { ExitCode } from '../host';
import { jsonText } from '../json-text';
import type { Session } from '../session';
import type { Configuration } from './configuration';
import { estimateJson } from './json';
import { EstimatePrinter } from './print';
import { type Asked, acceptance, readRequest } from './read-request';

declare const PORTOLAN_VERSION: string;

/** How a configuration is served: 1 where it does not fit. @throws UsageError */
export function estimateServing(session: Session, configuration: Configuration): ExitCode {
  const asked = readRequest(session, configuration);
  const chosen: [PlanningRequest, Estimate][] = [];
  const left: Localized[] = [];
  for (const request of asked.requests) {
    const one = choosePlan(request, asked.limits);
    if (one === undefined) left.push(reasonOf(request, asked.limits));
    else chosen.push([request, withDrafts(request, one)]);
  }
  for (const reason of left) session.warn(reason);
  if (chosen.length === 0) return 1;
  const format = session.value('format');
  if (format === 'html') session.print(page(session, asked, chosen, left));
  else if (format === 'json') session.print(jsonText(json(session, asked, chosen), 2));
  else printText(session, asked, chosen);
  const fits = chosen.length === asked.requests.length && chosen.every(([, { memory }]) => memory.fit !== 'no');
  return fits ? 0 : 1;
}

/** That drafts are accepted at a usual rate is our assumption. */
function withDrafts({ draft }: PlanningRequest, one: Estimate): Estimate {
  if (draft === undefined) return one;
  const share = `${acceptance * 100} %`;
  const said = {
    en: `Of the drafted tokens ${share} are accepted; published rates of DeepSeek-R1 are 70 to 90 %.`,
    zh: `草稿 token 的接受率按 ${share} 计；DeepSeek-R1 公开的接受率为 70%～90%。`,
  };
  return { ...one, assumptions: [...one.assumptions, said] };
}

function page(
  { language }: Session,
  { limits, configuration }: Asked,
  chosen: Chosen,
  left: readonly Localized[],
): string {
  const [[request]] = chosen as [readonly [PlanningRequest, Estimate]];
  return estimatePage(
    {
      name: configuration.name,
      chosen,
      left,
      findings: findingsOf(configuration, chosen),
      byDevices: chosen.length === 1 && limits.devices === undefined ? plansByDevices(request, limits, 5) : [],
      // Fewer requests may fit on the asked devices; what fits on no number of them is not tried with every load.
      sweeps: chosen.map(([of, { memory }]) =>
        memory.fit === 'no' && limits.devices === undefined ? [] : sweep(of, limits),
      ),
      version: PORTOLAN_VERSION,
    },
    language,
  );
}

function json(session: Session, { limits, requests, configuration: { name } }: Asked, chosen: Chosen): unknown {
  const [[request, best]] = chosen as [readonly [PlanningRequest, Estimate]];
  if (session.switch('sweep')) {
    const points = sweep(request, limits).map(({ concurrency, estimate: one }) => ({
      concurrency,
      ...estimateJson({ ...request, concurrency }, one, name, session),
    }));
    return { version: 1, points };
  }
  if (requests.length === 1) return estimateJson(request, best, name, session);
  return { version: 1, estimates: chosen.map(([of, one]) => estimateJson(of, one, name, session)) };
}

function printText(session: Session, asked: Asked, chosen: Chosen): void {
  const say = session.say.bind(session);
  const printer = new EstimatePrinter(session);
  const { configuration, limits } = asked;
  const [[request, best]] = chosen as [readonly [PlanningRequest, Estimate]];
  if (session.switch('sweep')) printer.tables([sweepTable(sweep(request, limits), say)]);
  else if (asked.requests.length > 1) {
    printer.paragraph(`${configuration.name}: ${say(modelText(request))} · ${say(loadText(request))}`);
    printer.tables([comparison(chosen, say)]);
  } else {
    const others = limits.devices === undefined ? plansByDevices(request, limits, 5) : [];
    printer.heading(`${configuration.name} · ${say(request.target.name)}`, 1);
    printer.paragraph(`${say(modelText(request))} · ${say(loadText(request))}`);
    printer.paragraph(say(answerOf(request, best)));
    if (request.constants !== undefined) printer.paragraph(say(withoutChange(request, best)));
    printer.tables(estimateTables(request, best, others, say));
  }
  printer.list(words.before, noticesOf(chosen, findingsOf(configuration, chosen), say));
  printer.list(words.confidence, confidenceTexts(chosen, say));
  printer.list(words.assumptions, assumptionTexts(chosen, say));
}

function findingsOf(configuration: Configuration, chosen: Chosen): Finding[][] {
  return chosen.map(([{ target, route }]) => [...configuration.findingsOn(target, route)]);
}

/** The same plan with the constants as they are. */
function withoutChange(request: PlanningRequest, { plan, decode }: Estimate): Localized {
  const before = estimate({ ...request, constants: undefined, plan }).estimate?.decode;
  if (before === undefined) return { en: '', zh: '' };
  const [was, is] = [short(before.tpotMs), short(decode.tpotMs)];
  return {
    en: `With this plan and the constants unchanged TPOT is ${was} ms, not ${is} ms.`,
    zh: `同一方案在常数不变时，TPOT 为 ${was} ms，而非 ${is} ms。`,
  };
}
