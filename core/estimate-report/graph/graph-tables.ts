import { displayName } from '../../model';
import { aboutMs, formatRate, formatShare, formatUs } from '../quantities';
import type { Say, Table } from '../tables';
import { bounds, words } from '../words';
import type { GraphTime, TimedNode } from './graph-time';

const mostListed = 20;

/** The operators that take the most time, and what is left of them together. */
export function graphTable({ nodes, totalUs }: GraphTime, say: Say): Table {
  const byTime = slowest(nodes);
  const shown = byTime.slice(0, mostListed);
  const rest = byTime.slice(mostListed);
  const restUs = rest.reduce((sum, { count, time }) => sum + count * time.timeUs, 0);
  return {
    title: `${say(words.graphOperators)}, ${aboutMs(totalUs / 1000)}`,
    head: ['', '×', 'µs', say(words.share), say(words.bound), say(words.work), say(words.bytesMoved)],
    rows: [
      ...shown.map(({ facts, count, time, flops, bytes }) => [
        nameOf(facts.operator),
        String(count),
        formatUs(time.timeUs),
        formatShare((count * time.timeUs) / totalUs),
        say(bounds[time.bound]),
        flops === 0 ? '–' : formatRate(flops, 'FLOP'),
        formatRate(bytes, 'B'),
      ]),
      ...(rest.length === 0
        ? []
        : [[say(words.others(rest.length)), '', formatUs(restUs), formatShare(restUs / totalUs), '', '', '']]),
    ],
  };
}

export function slowest(nodes: readonly TimedNode[]): TimedNode[] {
  return [...nodes].sort((a, b) => b.count * b.time.timeUs - a.count * a.time.timeUs);
}

export function nameOf({ name, opType, index }: TimedNode['facts']['operator']): string {
  return name === '' ? `#${index} ${displayName(opType)}` : `${displayName(name)} (${displayName(opType)})`;
}
