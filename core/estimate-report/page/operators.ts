import type { Estimate, OperatorKind, PlanningRequest, TimedOperator } from '../../estimate';
import type { Localized } from '../../model';
import { barChart, type Html, html, legend, pageTable, rooflineChart } from '../../page';
import { chipOf, deviceMemory } from '../../targets';
import { formatMs, formatRate, formatShare, formatUs } from '../quantities';
import type { Say } from '../tables';
import { bounds, storageName, words } from '../words';

/** Kinds of operators, in the order of their colours. */
const kinds: readonly (readonly [OperatorKind, Localized])[] = [
  ['attention', { en: 'attention', zh: '注意力' }],
  ['matmul', { en: 'linear layers', zh: '线性层' }],
  ['experts', { en: 'experts', zh: '专家' }],
  ['collective', { en: 'collectives', zh: '集合通信' }],
  ['exchange', { en: 'dispatch and combine', zh: '专家 dispatch/combine' }],
  ['vector', { en: 'norms and the like', zh: '归一化等向量算子' }],
];

function seriesOf(kind: OperatorKind): number {
  return Math.max(
    0,
    kinds.findIndex(([name]) => name === kind),
  );
}

function legendOf(operators: readonly TimedOperator[], say: Say) {
  return kinds.flatMap(([kind, name], series) =>
    operators.some((one) => one.kind === kind) ? [{ name: say(name), series }] : [],
  );
}

function stepUs(layers: readonly TimedOperator[]): number {
  return layers.reduce((sum, { count, timeUs }) => sum + count * timeUs, 0);
}

function byTime({ layers }: Estimate): TimedOperator[] {
  return [...layers].sort((a, b) => b.count * b.timeUs - a.count * a.timeUs);
}

/** Where the time of a decode step goes: a bar for each operator, all layers together. */
export function timeChart(one: Estimate, say: Say): Html {
  const total = stepUs(one.layers);
  const rows = byTime(one).map(({ name, count, kind, timeUs }) => ({
    name,
    value: count * timeUs,
    text: `${formatMs((count * timeUs) / 1000)} · ${formatShare((count * timeUs) / total)}`,
    series: seriesOf(kind),
  }));
  return html`${legend(legendOf(one.layers, say))}${barChart(rows, say(words.operators))}`;
}

export function operatorTable(one: Estimate, say: Say): Html {
  const total = stepUs(one.layers);
  return pageTable({
    head: [
      '',
      '×',
      'µs',
      say(words.share),
      say(words.bound),
      say(words.work),
      say(words.bytesMoved),
      say(words.reached),
    ],
    rows: byTime(one).map(({ name, count, kind, flops, bytes, timeUs, bound }) => [
      name,
      String(count),
      formatUs(timeUs),
      formatShare((count * timeUs) / total),
      say(bounds[bound]),
      flops === 0 ? '–' : formatRate(flops, 'FLOP'),
      formatRate(bytes, 'B'),
      isCommunication(kind) || flops === 0
        ? formatRate(bytes / (timeUs / 1e6), 'B/s')
        : `${formatRate(flops / (timeUs / 1e6), 'FLOP/s')}, ${formatRate(bytes / (timeUs / 1e6), 'B/s')}`,
    ]),
    numbers: [1, 2, 3, 5, 6, 7],
  });
}

function isCommunication(kind: OperatorKind): boolean {
  return kind === 'collective' || kind === 'exchange';
}

/** Operators of a decode step under the ceilings of one device; what moves bytes between devices has no place there. */
export function rooflineOf({ target }: PlanningRequest, one: Estimate, say: Say): Html | undefined {
  const { peak, lacks } = chipOf(target);
  const bandwidth = deviceMemory(target).bandwidth?.value;
  const format = storageName('bf16', target) as 'bf16' | 'f16';
  const wide = (peak[format] ?? peak.f16)?.value;
  if (bandwidth === undefined || wide === undefined) return undefined;
  // Sophgo's software expands 8-bit weights to 16 bits before it multiplies.
  const isNarrow = (one.weights === 'fp8' || one.weights === 'int8') && target.vendor !== 'sophgo';
  const weights = isNarrow ? (one.weights as 'fp8' | 'int8') : undefined;
  const narrow = weights !== undefined && lacks[weights] === undefined ? peak[weights]?.value : undefined;
  const ceiling = (name: string, tera: number, series: number) => ({
    name: `${name}: ${formatRate(tera * 1e12, 'FLOP/s')}, ${formatRate(bandwidth, 'B/s')}`,
    operationsPerSecond: tera * 1e12,
    bytesPerSecond: bandwidth,
    series,
  });
  const total = stepUs(one.layers);
  const computing = byTime(one).filter(({ kind, flops }) => !isCommunication(kind) && flops > 0);
  return rooflineChart({
    label: say(words.roofline),
    xAxis: say(words.intensity),
    yAxis: say(words.rate),
    ceilings: [
      ceiling(format.toUpperCase(), wide, 6),
      ...(narrow === undefined ? [] : [ceiling(one.weights.toUpperCase(), narrow, 7)]),
    ],
    points: computing.map(({ name, count, kind, flops, bytes, timeUs }) => ({
      name,
      intensity: flops / Math.max(1, bytes),
      operationsPerSecond: flops / (timeUs / 1e6),
      share: (count * timeUs) / total,
      series: seriesOf(kind),
      text: `${name}: ${formatRate(flops / (timeUs / 1e6), 'FLOP/s')}, ${formatRate(bytes / (timeUs / 1e6), 'B/s')}, ${formatShare((count * timeUs) / total)}`,
    })),
    legend: legendOf(computing, say),
    formatRate: (value) => formatRate(value, 'FLOP/s'),
  });
}
