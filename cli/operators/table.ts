import { displayName, formatType, inLanguage, type Verdict } from '../../core/model';
import { headline } from '../reporters/coverage-lines';
import { verdictWords } from '../reporters/words';
import type { Session } from '../session';
import { formatBytes, formatCount } from '../terminal/quantities';
import { displayWidth, padEnd, padStart, truncate } from '../terminal/width';
import { type ListedOperator, type OperatorListing, operatorsOf } from './listing';

const mostColumns = 200;
/** Columns are as wide as their widest cell, up to this. */
const widest = { node: 48, op: 28, types: 60 };

type Verdicts = readonly (Verdict | undefined)[];

/** The operators of a model as a table, a verdict a target. */
export function* operatorTable(listings: readonly OperatorListing[], session: Session): Generator<string> {
  const { host, language } = session;
  const style = session.coloursFor(host.stdout);
  const assessed = listings.filter(({ assessment }) => assessment !== undefined);
  const rows = [...operatorsOf(listings[0]!)].map((listed) => ({
    cells: cellsOf(listed),
    verdicts: assessed.map(({ assessment }) => assessment!.of(listed.graph, listed.operator).verdict),
  }));
  const titles = {
    node: session.say({ en: 'node', zh: '节点' }),
    op: session.say({ en: 'operator', zh: '算子' }),
    types: session.say({ en: 'output types', zh: '输出类型' }),
    macs: 'MACs',
    bytes: session.say({ en: 'bytes', zh: '字节' }),
  };
  type Cell = keyof typeof titles;
  const widthOf = (cell: Cell, limit: number) =>
    Math.min(
      limit,
      rows.reduce((most, { cells }) => Math.max(most, displayWidth(cells[cell])), displayWidth(titles[cell])),
    );
  const width = {
    node: widthOf('node', widest.node),
    op: widthOf('op', widest.op),
    types: widthOf('types', widest.types),
    macs: widthOf('macs', 12),
    bytes: widthOf('bytes', 12),
  };
  const targets = assessed.map(({ assessment }) => `${assessment!.target} · ${assessment!.route}`);
  const verdictWidths = targets.map((name) => Math.max(displayWidth(name), 14));
  const line = (cells: Readonly<Record<Cell, string>>, verdicts: readonly string[]) =>
    [
      padEnd(truncate(cells.node, width.node), width.node),
      padEnd(truncate(cells.op, width.op), width.op),
      padStart(cells.macs, width.macs),
      padStart(cells.bytes, width.bytes),
      ...verdicts.map((verdict, index) => padEnd(verdict, verdictWidths[index]!)),
      truncate(cells.types, width.types),
    ]
      .join('  ')
      .trimEnd();

  yield `${style.bold(style.underline(displayName(listings[0]!.path)))}\n`;
  yield `${style.bold(truncate(line(titles, targets), mostColumns))}\n`;
  const coloured = ([...verdicts]: Verdicts) =>
    verdicts.map((verdict) =>
      verdict === undefined ? '' : verdictColour(verdict, session)(inLanguage(verdictWords[verdict], language)),
    );
  for (const { cells, verdicts } of rows) yield `${line(cells, coloured(verdicts))}\n`;
  for (const { coverage } of assessed) {
    if (coverage !== undefined) yield `${coverage.target} · ${coverage.route}: ${headline(coverage, language)}\n`;
  }
  yield '\n';
}

function cellsOf({ graph, operator, facts }: ListedOperator) {
  const standard = facts.domain === '';
  const name = operator.name === '' ? `#${operator.index}` : operator.name;
  const { macs, bytes } = facts.cost;
  return {
    node: displayName(graph.path === '/' ? name : `${graph.path} ${name}`),
    op: displayName(standard ? operator.opType : `${facts.domain}.${operator.opType}`),
    types: operator.outputs
      .map((_name, index) => facts.outputType(index))
      .map((type) => (type === undefined ? '?' : displayName(formatType(type))))
      .join(', '),
    macs: macs === undefined ? '?' : formatCount(macs),
    bytes: bytes === undefined ? '?' : formatBytes(bytes),
  };
}

function verdictColour(verdict: Verdict, session: Session): (text: string) => string {
  const { green, yellow, red, magenta, dim } = session.coloursFor(session.host.stdout);
  if (verdict === 'unsupported') return red;
  if (verdict === 'silent') return magenta;
  if (verdict === 'host' || verdict === 'slow') return yellow;
  return verdict === 'unknown' ? dim : green;
}
