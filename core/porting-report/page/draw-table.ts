import { efforts } from '../../lint';
import { type Content, type Html, html, legend, pageTable, shareBar } from '../../page';
import type { Efforts } from '../report';
import { total } from '../script-summary';
import type { Cell, PortingTable, Say } from '../tables';
import { effortWords } from '../words';

/** A table of the page; where rows have efforts, with a bar behind the first column. */
export function drawTable({ head, rows, numbers, bars, rest }: PortingTable): Html {
  const most = Math.max(1, ...(bars ?? []).map(total));
  const table =
    bars === undefined
      ? { head, rows: rows.map((row) => row.map(cell)), numbers }
      : {
          head: [head[0]!, '', ...head.slice(1)],
          rows: rows.map((row, index) => [cell(row[0]!), bar(bars[index]!, most), ...row.slice(1).map(cell)]),
          numbers: numbers.map((column) => (column === 0 ? 0 : column + 1)),
        };
  return html`${pageTable(table)}${rest === undefined ? undefined : html`<p class="note">${rest}</p>`}`;
}

/** What the colours of the bars are. */
export function effortLegend(say: Say): Html {
  return legend(efforts.map((effort) => ({ name: say(effortWords[effort]), series: seriesOf[effort] })));
}

/** Green, amber and red of the page's series, as the figures above have them. */
const seriesOf = { safe: 2, review: 4, manual: 5 } as const;

function bar(byEffort: Efforts, most: number): Html {
  return shareBar(
    efforts.map((effort) => ({ value: byEffort[effort], series: seriesOf[effort] })),
    most,
  );
}

function cell(value: Cell): Content {
  if (typeof value !== 'object') return value;
  if (value.title === undefined) return html`<code>${breakable(value.code)}</code>`;
  return html`${value.title}<code class="below">${value.code}</code>`;
}

/** A path may go on in the next line behind each of its folders. */
function breakable(path: string): Content {
  return path.split('/').map((part, index) => (index === 0 ? part : html`/<wbr>${part}`));
}
