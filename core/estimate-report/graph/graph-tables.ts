import { displayName, formatType } from '../../model';
import { aboutMs, formatRate, formatShare, formatUs } from '../quantities';
import type { Say, Table } from '../tables';
import { bounds, words } from '../words';
import type { GraphTime, TimedNode } from './graph-time';

const mostListed = 20;

/** Operators of one type with the same work, which take the same time each. */
interface AlikeNodes {
  readonly first: TimedNode;
  nodes: number;
  /** How often they are run, together, in one run of the model. */
  count: number;
}

/** The operators that take the most time, those that are alike in one row, and what is left of them together. */
export function graphTable({ nodes, totalUs, unknown }: GraphTime, say: Say): Table {
  const byTime = slowestAlike(nodes);
  const shown = byTime.slice(0, mostListed);
  const rest = byTime.slice(mostListed);
  const restUs = rest.reduce((sum, { first, count }) => sum + count * first.time.timeUs, 0);
  const restNodes = rest.reduce((sum, alike) => sum + alike.nodes, 0);
  const title = unknown === 0 ? words.graphOperators : words.knownOperators(unknown, unknown + nodes.length);
  return {
    title: `${say(title)}, ${aboutMs(totalUs / 1000)}`,
    head: ['', '×', 'µs', say(words.share), say(words.bound), say(words.work), say(words.bytesMoved)],
    rows: [
      ...shown.map((alike) => {
        const { first, count } = alike;
        return [
          alike.nodes === 1 ? nameOf(first.facts.operator) : kindOf(first),
          String(count),
          formatUs(first.time.timeUs),
          formatShare((count * first.time.timeUs) / totalUs),
          say(bounds[first.time.bound]),
          first.flops === 0 ? '–' : formatRate(first.flops, 'FLOP'),
          formatRate(first.bytes, 'B'),
        ];
      }),
      ...(rest.length === 0
        ? []
        : [[say(words.others(restNodes)), '', formatUs(restUs), formatShare(restUs / totalUs), '', '', '']]),
    ],
  };
}

function slowestAlike(nodes: readonly TimedNode[]): AlikeNodes[] {
  const alike = new Map<string, AlikeNodes>();
  for (const node of nodes) {
    const key = `${kindOf(node)} ${node.flops} ${node.bytes}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { first: node, nodes: 1, count: node.count });
    else {
      known.nodes += 1;
      known.count += node.count;
    }
  }
  return [...alike.values()].sort((a, b) => b.count * b.first.time.timeUs - a.count * a.first.time.timeUs);
}

export function slowest(nodes: readonly TimedNode[]): TimedNode[] {
  return [...nodes].sort((a, b) => b.count * b.time.timeUs - a.count * a.time.timeUs);
}

export function nameOf({ name, opType, index }: TimedNode['facts']['operator']): string {
  return name === '' ? `#${index} ${displayName(opType)}` : `${displayName(name)} (${displayName(opType)})`;
}

/** What operators have in common that a row shows together: `MatMul → float[1,197,1536]`. */
function kindOf({ facts }: TimedNode): string {
  return `${displayName(facts.operator.opType)} → ${displayName(formatType(facts.outputType(0)))}`;
}
