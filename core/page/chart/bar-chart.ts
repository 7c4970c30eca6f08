import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html';
import { at, drawing, type Frame } from './axes';
import { seriesClass } from './legend';

export interface BarRow {
  readonly name: string;
  readonly value: number;
  /** What stands behind the bar: the value with its unit. */
  readonly text: string;
  readonly series: number;
}

const rowHeight = 23;

/** Horizontal bars from the top down, in the given order. */
export function barChart(rows: readonly BarRow[], label: string): Html {
  const frame: Frame = { width: 720, height: rows.length * rowHeight + 6, left: 210, right: 150, top: 2, bottom: 4 };
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE);
  const scale = scaleLinear([0, most], [0, frame.width - frame.left - frame.right]);
  const bars = rows.map(({ name, value, text, series }, index) => {
    const y = frame.top + index * rowHeight;
    const length = at(scale, value);
    return html`<g class="${seriesClass(series)}"><text x="${frame.left - 10}" y="${y + 15}" text-anchor="end">${name}</text><rect class="mark" x="${frame.left}" y="${y + 3}" width="${Math.max(length, 0.5)}" height="${rowHeight - 7}" rx="1.5"/><text class="soft" x="${frame.left + length + 8}" y="${y + 15}">${text}</text></g>`;
  });
  return drawing(frame, label, bars);
}
