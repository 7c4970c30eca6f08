import { displayName, inLanguage, type Language, type Localized, type Target } from '../../model';
import {
  type BarRow,
  barChart,
  type Html,
  html,
  keyFigures,
  type RooflinePoint,
  renderPage,
  rooflineChart,
  type Section,
} from '../../page';
import { chipOf, deviceMemory } from '../../targets';
import { graphTable, nameOf, slowest } from '../graph/graph-tables';
import { type GraphTime, startUs, type TimedNode } from '../graph/graph-time';
import { aboutMs, formatMs, formatRate, formatShare } from '../quantities';
import type { Say } from '../tables';
import { words } from '../words';
import { tableOf } from './table-of';
import { pageWords } from './words';

/** One run of an ONNX model on one device of each target. */
export interface GraphSubject {
  readonly name: string;
  readonly timed: readonly { readonly target: Target; readonly route: string | undefined; readonly time: GraphTime }[];
  readonly version: string;
}

/** Points of a roofline: of thousands of operators those that matter. */
const mostPoints = 60;
const mostTypes = 15;

const said = {
  subtitle: (precision: string): Localized => ({
    en: `one run on one device, ${precision}, by the roofline of each operator`,
    zh: `单设备单次运行，${precision}，按每个算子的 roofline 计算`,
  }),
  total: { en: 'One run', zh: '单次运行' },
  operators: { en: 'operators', zh: '算子数' },
  short: (us: number): Localized => ({ en: `shorter than ${us} µs`, zh: `短于 ${us} µs` }),
  willBeLonger: { en: 'starting them takes longer', zh: '启动耗时更长' },
  unknown: (count: number): Localized => ({ en: `${count} of unknown shape`, zh: `其中 ${count} 个形状未知` }),
  byType: { en: 'By type of operator', zh: '按算子类型' },
  rooflineNote: {
    en: 'Each point is an operator; its size is its share of the time. Under the slope memory decides, under the flat part arithmetic.',
    zh: '每个点为一个算子，大小表示其耗时占比。斜线下受带宽限制，水平线下受算力限制。',
  },
} satisfies Record<string, Localized | ((...given: never[]) => Localized)>;

/** Where the time of a graph goes, as one HTML document. */
export function graphPage({ name, timed, version }: GraphSubject, language: Language): string {
  const say: Say = (text) => inLanguage(text, language);
  const precisions = [...new Set(timed.map(({ time }) => time.precision))];
  return renderPage({
    title: say(
      pageWords.title(
        displayName(name),
        timed.map(({ target }) => say(target.name)),
      ),
    ),
    subtitle: html`${say(said.subtitle(precisions.join(', ')))}`,
    language,
    sections: timed.flatMap((one) => sectionsOf(one, timed.length > 1, say)),
    footer: say(pageWords.graphFooter(version)),
  });
}

function sectionsOf({ target, route, time }: GraphSubject['timed'][number], isOneOfMany: boolean, say: Say): Section[] {
  const { nodes, totalUs, unknown, assumptions } = time;
  const of = (text: Localized) => say(isOneOfMany ? pageWords.ofTarget(target.name, text) : text);
  const small = nodes.filter((node) => node.time.timeUs < startUs).length;
  const roofline = rooflineOf(target, time, say);
  return [
    {
      ...(isOneOfMany ? { title: say(target.name) } : {}),
      content: keyFigures([
        { label: say(said.total), value: aboutMs(totalUs / 1000), note: route ?? '' },
        {
          label: say(said.operators),
          value: String(nodes.length + unknown),
          note: unknown === 0 ? '' : say(said.unknown(unknown)),
        },
        ...(small === 0
          ? []
          : [{ label: say(said.short(startUs)), value: String(small), note: say(said.willBeLonger) }]),
      ]),
    },
    { title: of(said.byType), content: barChart(byType(time), say(said.byType)) },
    ...(roofline === undefined ? [] : [{ title: of(words.roofline), note: say(said.rooflineNote), content: roofline }]),
    { title: of(words.graphOperators), content: tableOf(graphTable(time, say)) },
    { title: of(words.assumptions), content: html`<ul>${assumptions.map((one) => html`<li>${say(one)}</li>`)}</ul>` },
  ];
}

/** The types that take the most time, the rest together. */
function byType({ nodes, totalUs }: GraphTime): BarRow[] {
  const sums = new Map<string, number>();
  for (const { facts, count, time } of nodes) {
    const type = displayName(facts.operator.opType);
    sums.set(type, (sums.get(type) ?? 0) + count * time.timeUs);
  }
  const sorted = [...sums].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, mostTypes);
  const rest = sorted.slice(mostTypes).reduce((sum, [, us]) => sum + us, 0);
  return [...shown, ...(rest > 0 ? [['…', rest] as const] : [])].map(([name, us]) => ({
    name,
    value: us,
    text: `${formatMs(us / 1000)} · ${formatShare(us / totalUs)}`,
    series: 0,
  }));
}

function rooflineOf(target: Target, { nodes, precision, totalUs }: GraphTime, say: Say): Html | undefined {
  const bandwidth = deviceMemory(target).bandwidth?.value;
  const { peak } = chipOf(target);
  const tera = peak[precision as keyof typeof peak]?.value;
  const computing = slowest(nodes)
    .filter(({ flops, bytes }) => flops > 0 && bytes > 0)
    .slice(0, mostPoints);
  if (bandwidth === undefined || tera === undefined || computing.length === 0) return undefined;
  return rooflineChart({
    label: say(words.roofline),
    xAxis: say(words.intensity),
    yAxis: say(words.rate),
    ceilings: [
      {
        name: `${precision.toUpperCase()}: ${formatRate(tera * 1e12, 'FLOP/s')}, ${formatRate(bandwidth, 'B/s')}`,
        operationsPerSecond: tera * 1e12,
        bytesPerSecond: bandwidth,
        series: 6,
      },
    ],
    points: computing.map((node) => pointOf(node, totalUs)),
    legend: [],
    formatRate: (value) => formatRate(value, 'FLOP/s'),
  });
}

function pointOf({ facts, count, time, flops, bytes }: TimedNode, totalUs: number): RooflinePoint {
  const name = nameOf(facts.operator);
  const rate = flops / (time.timeUs / 1e6);
  const share = (count * time.timeUs) / totalUs;
  return {
    name,
    intensity: flops / bytes,
    operationsPerSecond: rate,
    share,
    series: 0,
    text: `${name}: ${formatRate(rate, 'FLOP/s')}, ${formatShare(share)}`,
  };
}
