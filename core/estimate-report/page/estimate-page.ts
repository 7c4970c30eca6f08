import type { Estimate, PlanningRequest, SweepPoint } from '../../estimate';
import { type Finding, inLanguage, type Language, type Localized } from '../../model';
import { curveChart, type Html, html, type KeyFigure, keyFigures, renderPage, type Section } from '../../page';
import { answerOf, loadText, modelText } from '../answer';
import { assumptionTexts, type Chosen, confidenceTexts, noticesOf } from '../notices';
import { formatMs, short } from '../quantities';
import { byDevices, comparison, type Say, sweepTable } from '../tables';
import { devicesText, planText, storageName, words } from '../words';
import { memoryChart, memoryTable } from './memory';
import { operatorTable, rooflineOf, timeChart } from './operators';
import { tableOf } from './table-of';
import { pageWords } from './words';

/** What a page is about: one model on one target, or side by side on several, the first of which is measured against. */
export interface EstimateSubject {
  /** The model as its reader calls it: the name of its folder. */
  readonly name: string;
  /** One for each target that has an estimate; at least one. */
  readonly chosen: Chosen;
  /** What the rules say of the configuration: one list for each of `chosen`. */
  readonly findings: readonly (readonly Finding[])[];
  /** Why other targets have none. */
  readonly left: readonly Localized[];
  /** Of the first target: the best plan of each number of devices. */
  readonly byDevices: readonly Estimate[];
  /** By target, in the order of `chosen`: plans and loads that no other beats. */
  readonly sweeps: readonly (readonly SweepPoint[])[];
  /** The program's version. */
  readonly version: string;
}

/** The whole of an estimate as one HTML document. */
export function estimatePage(subject: EstimateSubject, language: Language): string {
  const say: Say = (text) => inLanguage(text, language);
  const { name, chosen, version } = subject;
  const [[request]] = chosen as [readonly [PlanningRequest, Estimate]];
  const targets = chosen.map(([{ target }]) => say(target.name));
  return renderPage({
    title: say(pageWords.title(name, targets)),
    subtitle: html`${say(modelText(request))} · ${say(loadText(request))}`,
    language,
    sections: [
      ...answerSections(subject, say),
      ...noticeSections(subject, say),
      ...chosen.flatMap((each) => targetSections(each, subject, say)),
    ].concat(sweepSections(subject, say), assumptionSections(subject, say)),
    footer: say(pageWords.footer(version)),
  });
}

function answerSections({ chosen, left }: EstimateSubject, say: Say): Section[] {
  const notes = html`${left.map((text) => html`<p>${say(text)}</p>`)}`;
  const [only, ...more] = chosen;
  if (only !== undefined && more.length === 0) {
    const [request, one] = only;
    return [{ content: html`${keyFigures(figures(request, one, say))}<p>${say(answerOf(request, one))}</p>${notes}` }];
  }
  return [
    {
      title: say(pageWords.sideBySide),
      note: say(pageWords.sideBySideNote),
      content: html`${tableOf(comparison(chosen, say))}${notes}`,
    },
    { title: say(words.memory), note: say(pageWords.memoryNote), content: memoryChart(chosen, say) },
  ];
}

function noticeSections({ chosen, findings }: EstimateSubject, say: Say): Section[] {
  const notices = noticesOf(chosen, findings, say);
  if (notices.length === 0) return [];
  return [
    {
      title: say(words.before),
      content: html`<ul class="notices">${notices.map((one) => html`<li>${one}</li>`)}</ul>`,
    },
  ];
}

function figures(request: PlanningRequest, one: Estimate, say: Say): KeyFigure[] {
  const { memory, decode, prefill, band, plan } = one;
  const weights = storageName(one.weights, request.target);
  const tone = memory.fit === 'fits' ? 'good' : memory.fit === 'tight' ? 'warning' : 'bad';
  const between = (value: number, low: number, high: number) => `${short(value * low)} – ${short(value * high)}`;
  return [
    { label: say(pageWords.fit), value: say(words[memory.fit]), note: `${planText(one)}, ${weights}`, tone },
    { label: say(words.devices), value: String(plan.devices), note: say(devicesText(one, request)) },
    { label: 'TPOT', value: formatMs(decode.tpotMs), note: `${between(decode.tpotMs, band.low, band.high)} ms` },
    {
      label: say(words.user),
      value: short(decode.tokensPerSecondPerUser),
      note: between(decode.tokensPerSecondPerUser, 1 / band.high, 1 / band.low),
    },
    {
      label: say(words.total),
      value: short(decode.tokensPerSecond),
      note: between(decode.tokensPerSecond, 1 / band.high, 1 / band.low),
    },
    { label: 'TTFT', value: `≥ ${formatMs(prefill.ttftMs)}`, note: say(pageWords.lowerBound) },
  ];
}

function targetSections(
  [request, one]: readonly [PlanningRequest, Estimate],
  { chosen, byDevices: others }: EstimateSubject,
  say: Say,
): Section[] {
  const isAlone = chosen.length === 1;
  const of = (text: Localized) => say(isAlone ? text : pageWords.ofTarget(request.target.name, text));
  const roofline = rooflineOf(request, one, say);
  const memory = isAlone ? html`<figure>${memoryChart([[request, one]], say)}</figure>` : undefined;
  return [
    {
      title: of(words.memory),
      ...(isAlone ? { note: say(pageWords.memoryNote) } : {}),
      content: html`${memory}${memoryTable(one, say)}<p>${say(pageWords.room(one))}</p>`,
    },
    ...(isAlone && others.length > 1
      ? [
          {
            title: say(words.byDevices),
            note: say(pageWords.byDevicesNote),
            content: tableOf(byDevices(request, others, say)),
          },
        ]
      : []),
    { title: of(pageWords.whereTimeGoes), note: say(pageWords.timeNote), content: timeChart(one, say) },
    ...(roofline === undefined
      ? []
      : [{ title: of(words.roofline), note: say(pageWords.rooflineNote), content: roofline }]),
    {
      title: of(words.operators),
      content: operatorDetails(one, isAlone, say),
    },
  ];
}

function operatorDetails(one: Estimate, isOpen: boolean, say: Say): Html {
  const inside = html`<summary>${say(pageWords.allOperators)}</summary>${operatorTable(one, say)}`;
  return isOpen ? html`<details open>${inside}</details>` : html`<details>${inside}</details>`;
}

function sweepSections({ chosen, sweeps }: EstimateSubject, say: Say): Section[] {
  if (sweeps.every((points) => points.length < 2)) return [];
  const curves = sweeps.map((points, index) => ({
    name: chosen[index]?.[0].target.id ?? '',
    points: points.map(({ concurrency, estimate: one }) => ({
      x: one.decode.tokensPerSecondPerUser,
      y: one.decode.tokensPerSecondPerDevice,
      text: `${planText(one)}, ${one.plan.devices} ${say(words.devices)}, ${say(words.concurrency)} ${concurrency}: ${short(one.decode.tpotMs)} ms`,
    })),
  }));
  const chart = curveChart({
    label: say(pageWords.sweep),
    xAxis: say(words.user),
    yAxis: say(words.device),
    curves,
    format: short,
  });
  const [first = []] = sweeps;
  const table = sweeps.length === 1 ? tableOf(sweepTable(first, say)) : undefined;
  return [{ title: say(pageWords.sweep), note: say(pageWords.sweepNote), content: html`${chart}${table}` }];
}

function assumptionSections({ chosen }: EstimateSubject, say: Say): Section[] {
  const list = (texts: readonly string[]) => html`<ul>${texts.map((one) => html`<li>${one}</li>`)}</ul>`;
  return [
    { title: say(words.confidence), content: list(confidenceTexts(chosen, say)) },
    { title: say(words.assumptions), content: list(assumptionTexts(chosen, say)) },
  ];
}
